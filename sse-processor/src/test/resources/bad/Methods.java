package bad;

import io.tidings.sse.annotations.*;
import io.tidings.sse.annotations.Topic;

@SseStream("/a")
interface Methods {
  @Topic("good")
  void good(String text);

  void plain(String text); // [SseMethodWithoutTopic]

  @Topic("d") // [SseTopicOnConcrete]
  default void concrete(String text) {}

  @Topic("s") // [SseTopicOnConcrete]
  static void fixed(String text) {}

  @Topic("p") // [SseTopicOnConcrete]
  private void hidden(String text) {}

  @Replay(events = 1) // [SseSettingWithoutTopic]
  default void setting() {}

  @Topic("v")
  int value(String text); // [SseEventReturnsValue]

  @Topic("g")
  <T> void generic(String text); // [SseEventGeneric]

  @Topic("to")
  void to(String clientId); // [SseMethodNameTaken]

  @Topic("toPrincipal")
  void toPrincipal(String name); // [SseMethodNameTaken]

  @Topic("withKey")
  void withKey(String key); // [SseMethodNameTaken]

  @Topic("many")
  void to(Integer number);
}
