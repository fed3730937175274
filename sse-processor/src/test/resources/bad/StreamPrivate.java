package bad;

import io.tidings.sse.annotations.*;

class StreamPrivate {
  @SseStream("/a")
  private interface Hidden { // [SseStreamPrivate]
    @Topic("t")
    void event(String text);
  }

  private static class Around {
    @SseStream("/b")
    interface Inside { // [SseStreamPrivate]
      @Topic("t")
      void event(String text);
    }
  }
}
