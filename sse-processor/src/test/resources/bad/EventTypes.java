package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a")
interface EventTypes {
  @Topic(value = "one", event = "sse-gap") // [SseEventTypeReserved]
  void one(String text);

  @Topic(value = "two", event = "a#b") // [SseEventTypeSyntax]
  void two(String text);

  @Topic(value = "three", event = "a\nb") // [SseEventTypeSyntax]
  void three(String text);

  @Topic(value = "four", event = "a\0b") // [SseEventTypeSyntax]
  void four(String text);

  @Topic(value = "five", event = "\ud800") // [SseEventTypeSyntax]
  void five(String text);

  @Topic("six")
  void six(String text);

  @Topic("six")
  void six(Integer number); // [SseEventTypeTwice]

  @Topic(value = "seven", event = "big-") // [SseEventTypeTwice]
  void seven(Twin twin);

  sealed interface Twin {
    record Same() implements Twin {}

    sealed interface Nested extends Twin {
      record Same() implements Nested {}
    }
  }
}
