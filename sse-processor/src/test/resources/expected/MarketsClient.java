package good;

import io.tidings.sse.annotations.SseGenerated;
import io.tidings.sse.client.ClientDefinition;
import io.tidings.sse.client.ClientSettings;
import io.tidings.sse.client.EventStream;
import io.tidings.sse.client.TopicVariables;
import io.tidings.sse.client.TypedClient;
import java.net.URI;
import javax.annotation.processing.Generated;

/**
 * Hears the events of {@code Markets}: each becomes a call of a listener.
 *
 * <p>What happens on the markets.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
public final class MarketsClient {
  static final ClientDefinition<Markets> STREAM = ClientDefinition.of(Markets.class, "/markets")
      .withEvent("prices/{symbol}", "price", Markets.Price.class,
          (Markets listener, TopicVariables topic, Markets.Price payload) -> listener.price(topic.string("symbol"), payload))
      .withEvent("prices/{symbol}", "halted", Markets.Halt.class,
          (Markets listener, TopicVariables topic, Markets.Halt payload) -> listener.halted(topic.string("symbol"), payload))
      .withEvent("alerts", "alert", Markets.Alert.class,
          (Markets listener, TopicVariables topic, Markets.Alert payload) -> listener.alert(payload));

  private final TypedClient<Markets> client;

  private MarketsClient(TypedClient<Markets> client) {
    this.client = client;
  }

  /**
   * A client; it opens no connection before somebody subscribes.
   *
   * @param base the base URI of the application; the stream's path is appended
   * @return the client
   */
  public static MarketsClient connect(URI base) {
    return connect(ClientSettings.of(base));
  }

  /**
   * A client; it opens no connection before somebody subscribes.
   *
   * @param settings where the application is, and how to connect to it
   * @return the client
   */
  public static MarketsClient connect(ClientSettings settings) {
    return new MarketsClient(TypedClient.of(STREAM, settings));
  }

  /**
   * Calls a listener for every event of these topics, over one connection.
   *
   * @param listener what is called, by one thread at a time
   * @param topics at least one
   * @return the running stream
   */
  public EventStream subscribe(Markets listener, MarketsTopic... topics) {
    return client.subscribe(listener, topics, MarketsTopic::streamPath, MarketsTopic::path);
  }
}
