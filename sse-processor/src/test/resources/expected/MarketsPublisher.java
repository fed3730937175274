package good;

import io.tidings.sse.annotations.SseGenerated;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.HeartbeatPolicy;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.ReplayPolicy;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.TopicDefinition;
import io.tidings.sse.hub.TopicHandle;
import io.tidings.sse.hub.Variable;
import java.time.Duration;
import javax.annotation.processing.Generated;

/**
 * Publishes the events of {@code Markets}.
 *
 * <p>What happens on the markets.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
public final class MarketsPublisher implements Markets {
  static final EventDefinition<Markets.Price> PRICE = EventDefinition.of("price", Markets.Price.class);

  static final EventDefinition<Markets.Halt> HALTED = EventDefinition.of("halted", Markets.Halt.class);

  static final EventDefinition<Markets.Alert> ALERT = EventDefinition.of("alert", Markets.Alert.class);

  static final StreamDefinition STREAM = StreamDefinition.of(Markets.class, "/markets")
      .withTopic(
          TopicDefinition.of("Prices", "prices/{symbol}")
              .withVariable(Variable.string("symbol"))
              .withEvent(PRICE)
              .withEvent(HALTED)
              .withReplay(new ReplayPolicy(1000, ReplayPolicy.DEFAULT.bytes(), Duration.ofSeconds(600), ReplayPolicy.DEFAULT.onConnect()))
              .withHeartbeat(new HeartbeatPolicy(Duration.ofSeconds(15), HeartbeatPolicy.DEFAULT.event())))
      .withTopic(
          TopicDefinition.of("Alerts", "alerts")
              .withEvent(ALERT)
              .withReplay(new ReplayPolicy(100, ReplayPolicy.DEFAULT.bytes(), Duration.ofSeconds(600), 1))
              .withHeartbeat(new HeartbeatPolicy(Duration.ofSeconds(15), HeartbeatPolicy.DEFAULT.event())));

  private final StreamPublisher publisher;

  /**
   * A publisher of the stream.
   *
   * @param hub where the events go
   */
  public MarketsPublisher(Hub hub) {
    this(hub.publisher(STREAM));
  }

  private MarketsPublisher(StreamPublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public void price(String symbol, Markets.Price price) {
    publish(PRICE, new MarketsTopic.Prices(symbol), price);
  }

  @Override
  public void halted(String symbol, Markets.Halt halt) {
    publish(HALTED, new MarketsTopic.Prices(symbol), halt);
  }

  @Override
  public void alert(Markets.Alert alert) {
    publish(ALERT, new MarketsTopic.Alerts(), alert);
  }

  /**
   * A publisher that reaches that client's live connections only.
   *
   * @param clientId who is meant
   * @return a new publisher
   */
  public Markets to(String clientId) {
    return new MarketsPublisher(publisher.to(clientId));
  }

  /**
   * A publisher that reaches that principal's connections only.
   *
   * @param name who is meant
   * @return a new publisher
   */
  public Markets toPrincipal(String name) {
    return new MarketsPublisher(publisher.toPrincipal(name));
  }

  /**
   * A publisher whose events are stored once: what is published again with the
   * same key, as the same event type and in the same topic, changes nothing.
   *
   * @param key what a repetition would have too
   * @return a new publisher
   */
  public MarketsPublisher withKey(String key) {
    return new MarketsPublisher(publisher.withKey(key));
  }

  /**
   * What can be asked of a topic and done with it.
   *
   * @param topic which one
   * @return a view of its present state
   */
  public TopicHandle topic(MarketsTopic topic) {
    return publisher.topic(topic.path());
  }

  private <P> void publish(EventDefinition<P> event, MarketsTopic topic, P payload) {
    publisher.publish(event, topic.path(), payload);
  }
}
