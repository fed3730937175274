package good;

import io.tidings.sse.annotations.SseGenerated;
import io.tidings.sse.hub.BackpressurePolicy;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.HeartbeatPolicy;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.LimitPolicy;
import io.tidings.sse.hub.PayloadType;
import io.tidings.sse.hub.RetryPolicy;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.TopicDefinition;
import io.tidings.sse.hub.TopicHandle;
import io.tidings.sse.hub.Variable;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Publishes the events of {@code Orders}.
 *
 * <p>The orders of one tenant.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
public final class Shop_OrdersPublisher implements Shop.Orders {
  static final EventDefinition<Shop.Change> CHANGE = EventDefinition.sealed(Shop.Change.class)
      .withLeaf(Shop.Change.Placed.class, "order-placed")
      .withLeaf(Shop.Change.Moved.Packed.class, "order-packed")
      .withLeaf(Shop.Change.Moved.Sent.class, "order-sent")
      .withConflate(Duration.ofMillis(100));

  static final EventDefinition<Integer> STOCK = EventDefinition.of("stock.low", Integer.class)
      .withFilter(Shop.Own::new);

  static final EventDefinition<byte[]> RAW = EventDefinition.of("raw", byte[].class);

  static final EventDefinition<String[]> NOTES = EventDefinition.of("notes", String[].class);

  static final EventDefinition<List<String>> ALIVE = EventDefinition.of("alive", new PayloadType<List<String>>() {});

  static final StreamDefinition STREAM = StreamDefinition.of(Shop.Orders.class, "/tenants/{tenant}/orders")
      .withVariable(Variable.string("tenant"))
      .withRetry(new RetryPolicy(Duration.ofSeconds(5), 0.5))
      .withLimits(new LimitPolicy(10, LimitPolicy.DEFAULT.perTopic(), LimitPolicy.DEFAULT.perClient(), LimitPolicy.DEFAULT.topicsPerConnection(), LimitPolicy.DEFAULT.lifetime(), 65536L))
      .withGuard(Shop.Members::new)
      .withTopic(
          TopicDefinition.of("Changes", "changes/{id}")
              .withVariable(Variable.of("id", Long::valueOf))
              .withEvent(CHANGE))
      .withTopic(
          TopicDefinition.of("Shortages", "stock")
              .withEvent(STOCK)
              .withBackpressure(new BackpressurePolicy(BackpressurePolicy.Policy.LATEST, BackpressurePolicy.DEFAULT.lagEvents(), 1048576L, Duration.ofMillis(1500)))
              .withLimits(new LimitPolicy(10, 3, LimitPolicy.DEFAULT.perClient(), LimitPolicy.DEFAULT.topicsPerConnection(), Duration.ofSeconds(3600), 65536L)))
      .withTopic(
          TopicDefinition.of("Raw", "raw")
              .withEvent(RAW)
              .withHeartbeat(new HeartbeatPolicy(Duration.ofSeconds(20), "beat")))
      .withTopic(
          TopicDefinition.of("Default", "default")
              .withEvent(NOTES))
      .withTopic(
          TopicDefinition.of("Alive", "alive")
              .withEvent(ALIVE)
              .withHeartbeat(new HeartbeatPolicy(null, HeartbeatPolicy.DEFAULT.event())));

  private final StreamPublisher publisher;

  /**
   * A publisher of the stream.
   *
   * @param hub where the events go
   */
  public Shop_OrdersPublisher(Hub hub) {
    this(hub.publisher(STREAM));
  }

  private Shop_OrdersPublisher(StreamPublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public void change(String tenant, long id, Shop.Change change) {
    publish(CHANGE, new Shop_OrdersTopic.Changes(tenant, id), change);
  }

  @Override
  public void stock(String tenant, int left) {
    publish(STOCK, new Shop_OrdersTopic.Shortages(tenant), left);
  }

  @Override
  public void raw(String tenant, byte[] bytes) {
    publish(RAW, new Shop_OrdersTopic.Raw(tenant), bytes);
  }

  @Override
  public void notes(String tenant, String... notes) {
    publish(NOTES, new Shop_OrdersTopic.Default(tenant), notes);
  }

  @Override
  public void alive(String tenant, List<String> what) {
    publish(ALIVE, new Shop_OrdersTopic.Alive(tenant), what);
  }

  /**
   * A publisher that reaches that client's live connections only.
   *
   * @param clientId who is meant
   * @return a new publisher
   */
  public Shop.Orders to(String clientId) {
    return new Shop_OrdersPublisher(publisher.to(clientId));
  }

  /**
   * A publisher that reaches that principal's connections only.
   *
   * @param name who is meant
   * @return a new publisher
   */
  public Shop.Orders toPrincipal(String name) {
    return new Shop_OrdersPublisher(publisher.toPrincipal(name));
  }

  /**
   * A publisher whose events are stored once: what is published again with the
   * same key, as the same event type and in the same topic, changes nothing.
   *
   * @param key what a repetition would have too
   * @return a new publisher
   */
  public Shop_OrdersPublisher withKey(String key) {
    return new Shop_OrdersPublisher(publisher.withKey(key));
  }

  /**
   * What can be asked of a topic and done with it.
   *
   * @param topic which one
   * @return a view of its present state
   */
  public TopicHandle topic(Shop_OrdersTopic topic) {
    return publisher.in(topic.streamPath()).topic(topic.path());
  }

  private <P> void publish(EventDefinition<P> event, Shop_OrdersTopic topic, P payload) {
    publisher.in(topic.streamPath()).publish(event, topic.path(), payload);
  }
}
