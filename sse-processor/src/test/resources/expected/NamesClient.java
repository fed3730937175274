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
 * Hears the events of {@code Names}: each becomes a call of a listener.
 *
 * <p>Names that stand in one another's way.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
public final class NamesClient {
  static final ClientDefinition<Names> STREAM = ClientDefinition.of(Names.class, "/")
      .withEvent("string/{encode}/{check}", "stream", String.class,
          (Names listener, TopicVariables topic, String payload) -> listener.stream(topic.string("encode"), topic.string("check"), payload))
      .withEvent("stream", "publish", String.class,
          (Names listener, TopicVariables topic, String payload) -> listener.publish(payload))
      .withEvent("topics", "topics", String.class,
          (Names listener, TopicVariables topic, String payload) -> listener.topics(payload))
      .withEvent("publisher", "publisher", Names.Hub.class,
          (Names listener, TopicVariables topic, Names.Hub payload) -> listener.publisher(payload))
      .withEvent("a", "same", String.class,
          (Names listener, TopicVariables topic, String payload) -> listener.same(payload))
      .withEvent("b", "same", Integer.class,
          (Names listener, TopicVariables topic, Integer payload) -> listener.same(payload))
      .withEvent("new/{PUBLISH}", "publish", Names.Override.class,
          (Names listener, TopicVariables topic, Names.Override payload) -> listener.publish(Integer.valueOf(topic.string("PUBLISH")), payload));

  private final TypedClient<Names> client;

  private NamesClient(TypedClient<Names> client) {
    this.client = client;
  }

  /**
   * A client; it opens no connection before somebody subscribes.
   *
   * @param base the base URI of the application; the stream's path is appended
   * @return the client
   */
  public static NamesClient connect(URI base) {
    return connect(ClientSettings.of(base));
  }

  /**
   * A client; it opens no connection before somebody subscribes.
   *
   * @param settings where the application is, and how to connect to it
   * @return the client
   */
  public static NamesClient connect(ClientSettings settings) {
    return new NamesClient(TypedClient.of(STREAM, settings));
  }

  /**
   * Calls a listener for every event of these topics, over one connection.
   *
   * @param listener what is called, by one thread at a time
   * @param topics at least one
   * @return the running stream
   */
  public EventStream subscribe(Names listener, NamesTopic... topics) {
    return client.subscribe(listener, topics, NamesTopic::streamPath, NamesTopic::path);
  }
}
