package bad;

import io.tidings.sse.annotations.*;
import java.util.List;
import java.util.Map;

class HiddenTypes {
  private record Secret(String text) {}

  private enum Side {
    LEFT
  }

  private static class Around {
    public record Inner(String text) {}
  }

  sealed interface Shape {}

  private record Dot(int x) implements Shape {}

  @SseStream("/a")
  interface Shown {
    @Topic("one")
    void one(Secret secret); // [SseTypeHidden]

    @Topic("two")
    void two(Map<String, List<Secret[]>> secrets); // [SseTypeHidden]

    @Topic("three/{side}")
    void three(Side side, String text); // [SseTypeHidden]

    @Topic("four")
    void four(Around.Inner inner); // [SseTypeHidden]

    @Topic("five")
    void five(Shape shape); // [SseTypeHidden]
  }
}
