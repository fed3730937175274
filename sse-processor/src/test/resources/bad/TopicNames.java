package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a")
interface TopicNames {
  @Topic("prices/{a}/{b}")
  void one(String a, String b, String text);

  @Topic("prices/{a}") // [SseTopicNameTwice]
  void two(String a, String text);

  @Topic(value = "x", name = "Ex")
  void three(String text);

  @Topic(value = "x", name = "Why") // [SseTopicNamesDiffer]
  void four(String text);

  @Topic("24h") // [SseTopicNameSyntax]
  void five(String text);

  @Topic(value = "y", name = "not a name") // [SseTopicNameSyntax]
  void six(String text);
}
