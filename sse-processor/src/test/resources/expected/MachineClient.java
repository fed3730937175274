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
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Hears the events of {@code Machine}: each becomes a call of a listener.
 *
 * <p>Payloads that are asked for.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
public final class MachineClient {
  static final ClientDefinition<Machine> STREAM = ClientDefinition.of(Machine.class, "/machines/{machine}")
      .withEvent("load", "load", Double.class,
          (Machine listener, TopicVariables topic, Double payload) -> listener.load(UUID.fromString(topic.string("machine")), payload))
      .withEvent("disks/{disk}/{letter}{?raw,unit}", "disk", new PayloadType<List<Long>>() {},
          (Machine listener, TopicVariables topic, List<Long> payload) -> listener.disk(UUID.fromString(topic.string("machine")), Machine.Unit.valueOf(topic.string("unit")), Integer.valueOf(topic.string("disk")), topic.string("letter").charAt(0), Boolean.valueOf(topic.string("raw")), payload))
      .withEvent("users", "users", new PayloadType<List<String>>() {},
          (Machine listener, TopicVariables topic, List<String> payload) -> listener.users(UUID.fromString(topic.string("machine")), payload))
      .withEvent("users", "login", String.class,
          (Machine listener, TopicVariables topic, String payload) -> listener.login(UUID.fromString(topic.string("machine")), payload));

  private final TypedClient<Machine> client;

  private MachineClient(TypedClient<Machine> client) {
    this.client = client;
  }

  /**
   * A client; it opens no connection before somebody subscribes.
   *
   * @param base the base URI of the application; the stream's path is appended
   * @return the client
   */
  public static MachineClient connect(URI base) {
    return connect(ClientSettings.of(base));
  }

  /**
   * A client; it opens no connection before somebody subscribes.
   *
   * @param settings where the application is, and how to connect to it
   * @return the client
   */
  public static MachineClient connect(ClientSettings settings) {
    return new MachineClient(TypedClient.of(STREAM, settings));
  }

  /**
   * Calls a listener for every event of these topics, over one connection.
   *
   * @param listener what is called, by one thread at a time
   * @param topics at least one, all of one {@code machines/{machine}}
   * @return the running stream
   */
  public EventStream subscribe(Machine listener, MachineTopic... topics) {
    return client.subscribe(listener, topics, MachineTopic::streamPath, MachineTopic::path);
  }
}
