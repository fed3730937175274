package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a/{x}/b")
interface StreamPathTwice {
  @Topic("t")
  void event(String x, String text);
}

@SseStream(path = "a/{y}/b") // [SseStreamPathTwice]
interface Twin {
  @Topic("u")
  void event(String y, String text);
}
