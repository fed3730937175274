package bad;

import io.tidings.sse.annotations.*;

class Strays {
  @Topic("t") // [SseTopicOutsideStream]
  void event(String text) {}
}

interface Forgotten { // [SseTopicWithoutStream]
  @Topic("t")
  void event(String text);

  @Topic("u")
  void other(String text);

  @Heartbeat("1s") // [SseSettingWithoutTopic]
  void setting(String text);
}

@SuppressWarnings("sse:TopicWithoutStream")
interface Library {
  @Topic("t")
  void event(String text);
}

interface Parent {
  @Topic("t")
  void event(String text);
}

@SseStream("/child")
interface Child extends Parent {}

@Replay(events = 5) // [SseSettingOutsideStream]
interface StraySettings {}
