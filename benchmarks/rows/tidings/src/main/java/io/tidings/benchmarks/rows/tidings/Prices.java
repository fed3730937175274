package io.tidings.benchmarks.rows.tidings;

import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/** The measured stream, with the settings that users get by default. */
@SseStream("/bench")
public interface Prices {

  /** One event for all readers. */
  @Topic("events")
  void price(String json);
}
