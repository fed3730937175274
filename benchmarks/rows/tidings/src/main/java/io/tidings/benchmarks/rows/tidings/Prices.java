package io.tidings.benchmarks.rows.tidings;

import io.tidings.sse.annotations.Backpressure;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/**
 * The measured stream, with the settings that users get by default but one: at 4000 events a second
 * the usual lag is a quarter of a second, and virtual machines halt for longer.
 */
@SseStream("/bench")
@Backpressure(lag = 10_000)
public interface Prices {

  /** One event for all readers. */
  @Topic("events")
  void price(String json);
}
