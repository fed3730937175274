package io.tidings.benchmarks.rows.publish;

import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/** A stream whose newest events are kept for readers to come, as by default. */
@SseStream("/kept")
public interface Kept {

  /** One event. */
  @Topic("events")
  void price(String json);
}
