package io.tidings.benchmarks.rows.publish;

import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/** A stream that keeps nothing, so that an event without readers leaves no trace. */
@SseStream("/passing")
@Replay(events = 0)
public interface Passing {

  /** One event. */
  @Topic("events")
  void price(String json);
}
