package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a")
interface GeneratedNameTaken { // [SseGeneratedNameTaken]
  @Topic("t")
  void event(String text);
}

interface GeneratedNameTakenTopic {}

@SseStream("/b")
interface Own {
  @Topic(
      value = "t",
      name = "OwnTopic") // [SseGeneratedNameTaken]
  void event(String text);
}
