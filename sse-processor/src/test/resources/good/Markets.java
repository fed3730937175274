package good;

import io.tidings.sse.annotations.Heartbeat;
import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/** What happens on the {@link Markets markets}. */
@SseStream("/markets")
@Heartbeat("15s")
@Replay(events = 1_000, age = "10m")
public interface Markets {

  /**
   * A trade moved the price.
   *
   * @param symbol whose
   */
  @Topic("prices/{symbol}")
  void price(String symbol, Price price);

  @Topic("prices/{symbol}")
  void halted(String symbol, Halt halt);

  @Topic("alerts")
  @Replay(events = 100, onConnect = 1)
  void alert(Alert alert);

  default void calm() {
    alert(new Alert("calm"));
  }

  /** A price. */
  record Price(double amount) {}

  /** A halt. */
  record Halt(String why) {}

  /** An alert. */
  record Alert(String text) {}
}
