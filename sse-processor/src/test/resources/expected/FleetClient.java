package good;

import io.tidings.sse.annotations.SseGenerated;
import io.tidings.sse.client.ClientDefinition;
import io.tidings.sse.client.ClientSettings;
import io.tidings.sse.client.EventStream;
import io.tidings.sse.client.PayloadType;
import io.tidings.sse.client.TopicVariables;
import io.tidings.sse.client.TypedClient;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Hears the events of {@code Fleet}: each becomes a call of a listener.
 *
 * <p>Variables of every kind.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
public final class FleetClient {
  static final ClientDefinition<Fleet> STREAM = ClientDefinition.of(Fleet.class, "/fleet")
      .withEvent("vehicles/{vin}/position", "position", new PayloadType<Map<String, List<Integer>>>() {},
          (Fleet listener, TopicVariables topic, Map<String, List<Integer>> payload) -> listener.position(UUID.fromString(topic.string("vin")), payload))
      .withEvent("devices{?kind,site}", "reading", Double.class,
          (Fleet listener, TopicVariables topic, Double payload) -> listener.reading(Fleet.Kind.valueOf(topic.string("kind")), topic.string("site"), payload))
      .withEvent("devices{?kind,site}", "online", Boolean.class,
          (Fleet listener, TopicVariables topic, Boolean payload) -> listener.online(topic.string("site"), Fleet.Kind.valueOf(topic.string("kind")), payload))
      .withEvent("kinds/{kind}/{on}/{letter}", "letter", String.class,
          (Fleet listener, TopicVariables topic, String payload) -> listener.letter(Fleet.Kind.valueOf(topic.string("kind")), Boolean.valueOf(topic.string("on")), topic.string("letter").charAt(0), payload))
      .withEvent("amounts/{amount}/{plate}", "amount", String.class,
          (Fleet listener, TopicVariables topic, String payload) -> listener.amount(new BigDecimal(topic.string("amount")), Fleet.Plate.fromString(topic.string("plate")), payload))
      .withEvent("amounts/all/{number}", "number", String.class,
          (Fleet listener, TopicVariables topic, String payload) -> listener.number(Integer.valueOf(topic.string("number")), payload));

  private final TypedClient<Fleet> client;

  private FleetClient(TypedClient<Fleet> client) {
    this.client = client;
  }

  /**
   * A client; it opens no connection before somebody subscribes.
   *
   * @param base the base URI of the application; the stream's path is appended
   * @return the client
   */
  public static FleetClient connect(URI base) {
    return connect(ClientSettings.of(base));
  }

  /**
   * A client; it opens no connection before somebody subscribes.
   *
   * @param settings where the application is, and how to connect to it
   * @return the client
   */
  public static FleetClient connect(ClientSettings settings) {
    return new FleetClient(TypedClient.of(STREAM, settings));
  }

  /**
   * Calls a listener for every event of these topics, over one connection.
   *
   * @param listener what is called, by one thread at a time
   * @param topics at least one
   * @return the running stream
   */
  public EventStream subscribe(Fleet listener, FleetTopic... topics) {
    return client.subscribe(listener, topics, FleetTopic::streamPath, FleetTopic::path);
  }
}
