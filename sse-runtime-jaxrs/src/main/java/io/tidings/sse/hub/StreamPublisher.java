package io.tidings.sse.hub;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events to one stream; what generated publishers call. Safe for any thread: a call that
 * returns has stored its event, and never waited for a reader.
 */
public final class StreamPublisher {

  /** Whom events reach; both null for everyone. */
  private record Target(@Nullable String client, @Nullable String principal) {}

  private final HubStreams streams;
  private final StreamDefinition definition;
  private final @Nullable HubStream stream;
  private final Target target;

  private StreamPublisher(
      HubStreams streams, StreamDefinition definition, @Nullable HubStream stream, Target target) {
    this.streams = streams;
    this.definition = definition;
    this.stream = stream;
    this.target = target;
  }

  static StreamPublisher of(HubStreams streams, StreamDefinition definition) {
    HubStream only =
        definition.expand(variable -> null).map(path -> streams.get(definition, path)).orElse(null);
    return new StreamPublisher(streams, definition, only, new Target(null, null));
  }

  /**
   * Stores an event and wakes its readers.
   *
   * @param topic the canonical, encoded topic, relative to the stream
   * @throws PayloadEncodingException when the payload cannot be turned into text
   * @throws PayloadTooLargeException when it is larger than the topic allows
   * @throws HubClosedException when the hub was closed
   */
  public <P> void publish(EventDefinition<P> event, String topic, P payload) {
    Objects.requireNonNull(payload, "payload must not be null");
    HubStream into = stream();
    if (target.client() == null) {
      into.writer().publish(event, topic, payload, target.principal());
    } else {
      into.writer().publishTo(target.client(), event, topic, payload);
    }
  }

  /**
   * The publisher of one expansion of a stream whose path has variables.
   *
   * @param streamPath the canonical path, without leading slash
   */
  public StreamPublisher in(String streamPath) {
    return new StreamPublisher(streams, definition, streams.get(definition, streamPath), target);
  }

  /** A publisher that reaches only this client's live connections, and stores nothing. */
  public StreamPublisher to(String clientId) {
    return aimedAt(new Target(Objects.requireNonNull(clientId), null));
  }

  /** A publisher that reaches only this principal's connections, live and on replay. */
  public StreamPublisher toPrincipal(String name) {
    return aimedAt(new Target(null, Objects.requireNonNull(name)));
  }

  private StreamPublisher aimedAt(Target other) {
    return new StreamPublisher(streams, definition, stream, other);
  }

  /** The topic with this canonical path. */
  public TopicHandle topic(String topic) {
    stream().topics().definitionOf(topic);
    return new TopicView(stream(), topic);
  }

  private HubStream stream() {
    if (stream == null) {
      throw new IllegalStateException(
          "stream path must be given, by in(…), for " + definition + "; was not");
    }
    return stream;
  }
}
