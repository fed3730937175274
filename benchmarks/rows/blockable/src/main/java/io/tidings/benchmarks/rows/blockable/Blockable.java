package io.tidings.benchmarks.rows.blockable;

import io.tidings.sse.annotations.Filter;
import io.tidings.sse.annotations.Guard;
import io.tidings.sse.annotations.Poll;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/** The measured stream, and a topic whose source is asked while somebody reads it. */
@SseStream("/bench")
@Guard(Doorman.class)
public interface Blockable {

  /** One event for all readers. */
  @Topic("events")
  @Filter(Sieve.class)
  void price(String json);

  /** Asked for as soon as it has a reader. */
  @Topic("gauge")
  @Poll("1s")
  void gauge(long value);
}
