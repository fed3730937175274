package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a")
@Heartbeat("500ms") // [SseHeartbeatShort]
@Replay(events = -1, // [SseNumberRange]
    bytes = "4 MB", // [SseSizeSyntax]
    age = "10 min") // [SseDurationSyntax]
@Retry(delay = "25h", // [SseDurationRange]
    jitter = 1.5) // [SseNumberRange]
@Limits(payload = "2GB") // [SseSizeRange]
interface Settings {
  @Topic("one")
  @Heartbeat(value = "15s",
      interval = "15s") // [SseMemberTwice]
  void one(String text);

  @Topic("two")
  @Replay(events = 5, onConnect = 6) // [SseReplayOnConnect]
  void two(String text);

  @Topic("three")
  @Replay(events = 5)
  void three(String text);

  @Topic("three")
  @Replay(events = 6) // [SseSettingsDisagree]
  void four(String text);

  @Topic("three")
  @Replay(events = 5)
  void five(String text);

  @Topic("six")
  @Heartbeat(interval = "of", event = "sse-beat") // [SseDurationSyntax] [SseEventTypeReserved]
  void six(String text);

  @Topic("seven")
  @Limits(topicsPerConnection = 5) // [SseLimitOnMethod]
  void seven(String text);

  @Topic("eight")
  @Conflate // [SseMemberMissing]
  void eight(String text);

  @Topic("nine")
  @Conflate("2h") // [SseDurationRange]
  void nine(String text);

  @Topic("ten")
  @Backpressure(lag = 0) // [SseNumberRange]
  void ten(String text);

  @Topic("eleven")
  @Heartbeat("0.5s") // [SseDurationSyntax]
  void eleven(String text);
}

@SseStream("/merged")
@Replay(events = 50)
interface Merged {
  @Topic("one")
  @Replay(onConnect = 51) // [SseReplayOnConnect]
  void one(String text);

  @Topic("two")
  void two(String text);
}

@SseStream("/default")
@Replay(onConnect = 1025) // [SseReplayOnConnect]
interface ByDefault {
  @Topic("one")
  void one(String text);

  @Topic("two")
  @Replay(events = 2000)
  void two(String text);
}

@SseStream("/b")
@Heartbeat("200ms")
@SuppressWarnings("sse:SseHeartbeatShort")
interface Silenced {
  @Topic("one")
  void one(String text);
}
