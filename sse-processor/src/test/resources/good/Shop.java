package good;

import io.tidings.sse.annotations.Backpressure;
import io.tidings.sse.annotations.Conflate;
import io.tidings.sse.annotations.Filter;
import io.tidings.sse.annotations.Guard;
import io.tidings.sse.annotations.Heartbeat;
import io.tidings.sse.annotations.Limits;
import io.tidings.sse.annotations.Retry;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;
import io.tidings.sse.hub.EventFilter;
import io.tidings.sse.hub.Subscription;
import io.tidings.sse.hub.SubscriptionGuard;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** One of everything. */
public class Shop {

  /** Signs of life of any kind. */
  interface Alive<T> {
    @Topic("alive")
    @Heartbeat("off")
    void alive(String tenant, T what);
  }

  /** The orders of one tenant. */
  @SseStream(path = "/tenants/{tenant}/orders")
  @Retry(delay = "5s", jitter = 0.5)
  @Limits(subscribers = 10, payload = "64KB")
  @Guard(Members.class)
  @RolesAllowed({"clerk", "boss"})
  interface Orders extends Alive<List<String>> {

    @Topic(template = "changes/{id}", event = "order-")
    @Conflate("100ms")
    void change(String tenant, long id, Change change);

    @Topic(value = "stock", event = "stock.low", name = "Shortages")
    @Backpressure(policy = Backpressure.Policy.LATEST, lagBytes = "1MB", writeTimeout = "1500ms")
    @Limits(perTopic = 3, lifetime = "1h")
    @Filter(Own.class)
    @PermitAll
    void stock(String tenant, int left);

    @Topic("raw")
    @Heartbeat(interval = "PT20S", event = "beat")
    void raw(String tenant, byte[] bytes);

    @Topic("default")
    void notes(String tenant, String... notes);
  }

  /** What happened to an order. */
  public sealed interface Change {
    /** It was placed. */
    record Placed(long id) implements Change {}

    /** It was moved on. */
    sealed interface Moved extends Change {
      /** It was packed. */
      record Packed() implements Moved {}

      /** It was sent. */
      record Sent(String how) implements Moved {}
    }
  }

  static class Own implements EventFilter<Number> {
    @Override
    public boolean accept(Subscription subscription, Number payload) {
      return true;
    }

    @Override
    public String toString() {
      return "own";
    }
  }

  static class Members implements SubscriptionGuard {
    @Override
    public String toString() {
      return "members";
    }
  }
}
