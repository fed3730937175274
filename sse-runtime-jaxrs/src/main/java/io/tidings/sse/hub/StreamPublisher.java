package io.tidings.sse.hub;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events to one stream; what generated publishers call. Safe for any thread: a call that
 * returns has stored its event, and never waited for a reader.
 */
public final class StreamPublisher {

  private static final int LONGEST_KEY = 256;

  /** Whom events reach, both null for everyone, and their key. */
  private record Target(@Nullable String client, @Nullable String principal, @Nullable String key) {

    static final Target EVERYONE = new Target(null, null, null);

    /** Events of other types and for others are other events, whatever their key is. */
    Order.Label label(EventDefinition<?> event, Object payload) {
      if (key == null) {
        return principal == null ? Order.Label.NONE : new Order.Label(principal, null);
      }
      String whose = principal == null ? "" : principal;
      return new Order.Label(principal, key + '\n' + event.typeOf(payload) + '\n' + whose);
    }
  }

  private final HubStreams streams;
  private final StreamDefinition definition;
  private final @Nullable String path;

  /** The stream, if it is the only one of its definition, which is never forgotten. */
  private final @Nullable HubStream fixed;

  private final Target target;

  private StreamPublisher(
      HubStreams streams, StreamDefinition definition, @Nullable String path, Target target) {
    this.streams = streams;
    this.definition = definition;
    this.path = path;
    this.fixed =
        path != null && definition.variables().isEmpty() ? streams.get(definition, path) : null;
    this.target = target;
  }

  static StreamPublisher of(HubStreams streams, StreamDefinition definition) {
    String only = definition.expand(variable -> null).orElse(null);
    return new StreamPublisher(streams, definition, only, Target.EVERYONE);
  }

  /**
   * Stores an event and wakes its readers.
   *
   * @param <P> the payload
   * @param event one of the topic's events
   * @param payload what is sent; not null
   * @param topic the canonical, encoded topic, relative to the stream
   * @throws PayloadEncodingException when the payload cannot be turned into text
   * @throws PayloadTooLargeException when it is larger than the topic allows
   * @throws HubClosedException when the hub was closed
   * @throws TopicLimitException when the hub knows as many topics as it may
   * @throws HistoryException when the hub's history cannot store it: nobody gets it
   * @throws PublishTimeoutException when the hub's history has not stored it in time; it may yet
   */
  public <P> void publish(EventDefinition<P> event, String topic, P payload) {
    Objects.requireNonNull(payload, "payload must not be null");
    if (fixed != null) {
      publish(fixed.writer(), event, topic, payload);
      return;
    }
    streams.with(
        definition,
        path(),
        stream -> {
          publish(stream.writer(), event, topic, payload);
          return true;
        });
  }

  private void publish(
      StreamWriter writer, EventDefinition<?> event, String topic, Object payload) {
    if (target.client() == null) {
      writer.publish(event, topic, payload, target.label(event, payload));
    } else {
      writer.publishTo(target.client(), event, topic, payload);
    }
  }

  /**
   * The publisher of one expansion of a stream whose path has variables.
   *
   * @param streamPath the canonical path, without leading slash
   * @return a new publisher
   */
  public StreamPublisher in(String streamPath) {
    streams.get(definition, streamPath);
    return new StreamPublisher(streams, definition, streamPath, target);
  }

  /**
   * A publisher that reaches only this client's live connections, and stores nothing.
   *
   * @param clientId the name of the client
   * @return a new publisher
   */
  public StreamPublisher to(String clientId) {
    return aimedAt(new Target(Objects.requireNonNull(clientId), null, target.key()));
  }

  /**
   * A publisher that reaches only this principal's connections, live and on replay.
   *
   * @param name the name of the principal
   * @return a new publisher
   */
  public StreamPublisher toPrincipal(String name) {
    return aimedAt(new Target(null, Objects.requireNonNull(name), target.key()));
  }

  /**
   * A publisher whose events are stored once: a publish with the key of an event that the topic
   * already has stores nothing and returns as if it had. So a publish whose outcome is unknown can
   * be tried again. An event of another type, topic or principal is another event. A stream knows
   * the keys of its newest {@link History#KEYS} keyed events, as long as the hub knows the stream;
   * with a history that lasts, also later and after a restart. What goes {@link #to} a client is
   * not stored, and so it is sent each time.
   *
   * @param key what a repetition would have too, such as the id of an order: 1 to 256 characters
   * @return a new publisher
   */
  public StreamPublisher withKey(String key) {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "key must have 1 to " + LONGEST_KEY + " characters; was \"" + key + '"');
    }
    return aimedAt(new Target(target.client(), target.principal(), key));
  }

  private StreamPublisher aimedAt(Target other) {
    return new StreamPublisher(streams, definition, path, other);
  }

  /**
   * The topic with this canonical path.
   *
   * @param topic the canonical, encoded topic, relative to the stream
   * @return its handle
   */
  public TopicHandle topic(String topic) {
    HubStream known = streams.get(definition, path());
    known.topics().definitionOf(topic);
    return new TopicView(streams, definition, known.path(), topic);
  }

  private String path() {
    if (path == null) {
      throw new IllegalStateException(
          "stream path must be given, by in(…), for " + definition + "; was not");
    }
    return path;
  }
}
