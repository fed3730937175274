package io.tidings.examples.guide;

// tag::write[]
import io.tidings.sse.annotations.Heartbeat;
import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

@SseStream("/markets")
@Heartbeat("15s")
@Replay(events = 1_000, age = "10m")
public interface Markets {

  /** A trade moved the price. */
  @Topic("prices/{symbol}")
  void price(String symbol, Price price);

  /** Trading stopped. One topic may carry several event types. */
  @Topic("prices/{symbol}")
  void halted(String symbol, Halt halt);
}
// end::write[]
