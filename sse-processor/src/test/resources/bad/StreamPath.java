package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a{?b}") // [SseStreamPathQuery]
interface StreamPath {
  @Topic("t")
  void event(String b, String text);
}

@SseStream // [SseMemberMissing]
interface NoPath {
  @Topic("t")
  void event(String text);
}

@SseStream(value = "/c", path = "/c") // [SseMemberTwice]
interface TwoPaths {
  @Topic("t")
  void event(String text);
}
