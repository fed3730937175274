package good;

import io.tidings.sse.annotations.SseGenerated;
import io.tidings.sse.client.ClientDefinition;
import io.tidings.sse.client.ClientSettings;
import io.tidings.sse.client.EventStream;
import io.tidings.sse.client.PayloadType;
import io.tidings.sse.client.TopicVariables;
import io.tidings.sse.client.TypedClient;
import java.net.URI;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Hears the events of {@code Orders}: each becomes a call of a listener.
 *
 * <p>The orders of one tenant.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
public final class Shop_OrdersClient {
  static final ClientDefinition<Shop.Orders> STREAM = ClientDefinition.of(Shop.Orders.class, "/tenants/{tenant}/orders")
      .withEvent("changes/{id}", "order-placed", Shop.Change.Placed.class,
          (Shop.Orders listener, TopicVariables topic, Shop.Change payload) -> listener.change(topic.string("tenant"), Long.valueOf(topic.string("id")), payload))
      .withEvent("changes/{id}", "order-packed", Shop.Change.Moved.Packed.class,
          (Shop.Orders listener, TopicVariables topic, Shop.Change payload) -> listener.change(topic.string("tenant"), Long.valueOf(topic.string("id")), payload))
      .withEvent("changes/{id}", "order-sent", Shop.Change.Moved.Sent.class,
          (Shop.Orders listener, TopicVariables topic, Shop.Change payload) -> listener.change(topic.string("tenant"), Long.valueOf(topic.string("id")), payload))
      .withEvent("stock", "stock.low", Integer.class,
          (Shop.Orders listener, TopicVariables topic, Integer payload) -> listener.stock(topic.string("tenant"), payload))
      .withEvent("raw", "raw", byte[].class,
          (Shop.Orders listener, TopicVariables topic, byte[] payload) -> listener.raw(topic.string("tenant"), payload))
      .withEvent("default", "notes", String[].class,
          (Shop.Orders listener, TopicVariables topic, String[] payload) -> listener.notes(topic.string("tenant"), payload))
      .withEvent("alive", "alive", new PayloadType<List<String>>() {},
          (Shop.Orders listener, TopicVariables topic, List<String> payload) -> listener.alive(topic.string("tenant"), payload));

  private final TypedClient<Shop.Orders> client;

  private Shop_OrdersClient(TypedClient<Shop.Orders> client) {
    this.client = client;
  }

  /**
   * A client; it opens no connection before somebody subscribes.
   *
   * @param base the base URI of the application; the stream's path is appended
   * @return the client
   */
  public static Shop_OrdersClient connect(URI base) {
    return connect(ClientSettings.of(base));
  }

  /**
   * A client; it opens no connection before somebody subscribes.
   *
   * @param settings where the application is, and how to connect to it
   * @return the client
   */
  public static Shop_OrdersClient connect(ClientSettings settings) {
    return new Shop_OrdersClient(TypedClient.of(STREAM, settings));
  }

  /**
   * Calls a listener for every event of these topics, over one connection.
   *
   * @param listener what is called, by one thread at a time
   * @param topics at least one, all of one {@code tenants/{tenant}/orders}
   * @return the running stream
   */
  public EventStream subscribe(Shop.Orders listener, Shop_OrdersTopic... topics) {
    return client.subscribe(listener, topics, Shop_OrdersTopic::streamPath, Shop_OrdersTopic::path);
  }
}
