package io.tidings.sse.jaxrs.markets;

import io.tidings.sse.hub.BackpressurePolicy;
import io.tidings.sse.hub.BackpressurePolicy.Policy;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.HeartbeatPolicy;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.ReplayPolicy;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.TopicDefinition;
import io.tidings.sse.hub.TopicHandle;
import io.tidings.sse.hub.Variable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The publisher of {@link Markets}. */
public final class MarketsPublisher implements Markets {

  static final EventDefinition<Price> PRICE = EventDefinition.of("price", Price.class);
  static final EventDefinition<String> HALTED = EventDefinition.of("halted", String.class);
  static final EventDefinition<String> ALERT = EventDefinition.of("alert", String.class);
  static final EventDefinition<String> TICK = EventDefinition.of("tick", String.class);
  static final EventDefinition<String> BULK = EventDefinition.of("bulk", String.class);

  static final StreamDefinition STREAM =
      StreamDefinition.of(Markets.class, "/markets")
          .withTopic(
              TopicDefinition.of("Prices", "prices/{symbol}")
                  .withVariable(Variable.string("symbol"))
                  .withEvent(PRICE)
                  .withEvent(HALTED))
          .withTopic(TopicDefinition.of("Alerts", "alerts").withEvent(ALERT))
          .withTopic(
              TopicDefinition.of("Ticks", "ticks")
                  .withEvent(TICK)
                  .withReplay(new ReplayPolicy(2, 1 << 20, null, 0))
                  .withHeartbeat(new HeartbeatPolicy(Duration.ofMillis(200), null)))
          .withTopic(
              TopicDefinition.of("Bulk", "bulk")
                  .withEvent(BULK)
                  .withBackpressure(
                      new BackpressurePolicy(
                          Policy.DISCONNECT, 1024, 4 << 20, Duration.ofSeconds(1))));

  private final StreamPublisher publisher;

  public MarketsPublisher(Hub hub) {
    this.publisher = hub.publisher(STREAM);
  }

  @Override
  public void price(String symbol, Price price) {
    publisher.publish(PRICE, prices(symbol), price);
  }

  @Override
  public void halted(String symbol, String reason) {
    publisher.publish(HALTED, prices(symbol), reason);
  }

  @Override
  public void alert(String text) {
    publisher.publish(ALERT, "alerts", text);
  }

  @Override
  public void tick(String text) {
    publisher.publish(TICK, "ticks", text);
  }

  @Override
  public void bulk(String text) {
    publisher.publish(BULK, "bulk", text);
  }

  public TopicHandle topic(String path) {
    return publisher.topic(path);
  }

  public static String prices(String symbol) {
    return "prices/" + URLEncoder.encode(symbol, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
