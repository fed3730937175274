package io.tidings.examples.guide;

// tag::limits[]
import io.tidings.sse.annotations.Backpressure;
import io.tidings.sse.annotations.Conflate;
import io.tidings.sse.annotations.Heartbeat;
import io.tidings.sse.annotations.Limits;
import io.tidings.sse.annotations.Retry;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

@SseStream("/ticker")
@Heartbeat(interval = "20s", event = "beat")
@Retry(delay = "3s", jitter = 0.5)
@Limits(
    subscribers = 10_000,
    perClient = 4,
    topicsPerConnection = 50,
    lifetime = "1h",
    payload = "64KB")
public interface Ticker {

  /** The newest price, at most ten times a second. */
  @Topic("quotes/{symbol}")
  @Conflate("100ms")
  @Backpressure(policy = Backpressure.Policy.LATEST, lag = 200, writeTimeout = "10s")
  void quote(String symbol, Price price);

  /** Every single trade; a reader that cannot follow comes back with its cursor. */
  @Topic("trades/{symbol}")
  @Limits(perTopic = 500)
  void trade(String symbol, Price price);
}
// end::limits[]
