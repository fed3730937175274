package io.tidings.benchmarks.rows.resume;

import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/** A topic that readers have missed events of, and one that others read meanwhile. */
@SseStream("/board")
public interface Board {

  /** An event that some have missed. */
  @Topic("missed")
  void missed(String json);

  /** An event of now. */
  @Topic("live")
  void live(String json);
}
