package good;

import io.tidings.sse.annotations.SseGenerated;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.TopicDefinition;
import io.tidings.sse.hub.TopicHandle;
import io.tidings.sse.hub.Variable;
import javax.annotation.processing.Generated;

/**
 * Publishes the events of {@code Names}.
 *
 * <p>Names that stand in one another's way.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
public final class NamesPublisher implements Names {
  static final EventDefinition<String> STRING_STREAM = EventDefinition.of("stream", String.class);

  static final EventDefinition<String> STREAM_PUBLISH = EventDefinition.of("publish", String.class);

  static final EventDefinition<String> TOPICS = EventDefinition.of("topics", String.class);

  static final EventDefinition<Names.Hub> PUBLISHER = EventDefinition.of("publisher", Names.Hub.class);

  static final EventDefinition<String> SAME = EventDefinition.of("same", String.class);

  static final EventDefinition<Integer> B_SAME = EventDefinition.of("same", Integer.class);

  static final EventDefinition<Names.Override> NEW_PUBLISH = EventDefinition.of("publish", Names.Override.class);

  static final StreamDefinition STREAM = StreamDefinition.of(Names.class, "/")
      .withTopic(
          TopicDefinition.of("String", "string/{encode}/{check}")
              .withVariable(Variable.string("encode"))
              .withVariable(Variable.string("check"))
              .withEvent(STRING_STREAM))
      .withTopic(
          TopicDefinition.of("Stream", "stream")
              .withEvent(STREAM_PUBLISH))
      .withTopic(
          TopicDefinition.of("Topics", "topics")
              .withEvent(TOPICS))
      .withTopic(
          TopicDefinition.of("Publisher", "publisher")
              .withEvent(PUBLISHER))
      .withTopic(
          TopicDefinition.of("A", "a")
              .withEvent(SAME))
      .withTopic(
          TopicDefinition.of("B", "b")
              .withEvent(B_SAME))
      .withTopic(
          TopicDefinition.of("New", "new/{PUBLISH}")
              .withVariable(Variable.of("PUBLISH", Integer::valueOf))
              .withEvent(NEW_PUBLISH));

  private final StreamPublisher publisher;

  /**
   * A publisher of the stream.
   *
   * @param hub where the events go
   */
  public NamesPublisher(io.tidings.sse.hub.Hub hub) {
    this(hub.publisher(STREAM));
  }

  private NamesPublisher(StreamPublisher publisher) {
    this.publisher = publisher;
  }

  @java.lang.Override
  public void stream(String encode, String check, String topic) {
    publish(STRING_STREAM, new NamesTopic.String(encode, check), topic);
  }

  @java.lang.Override
  public void publish(String hub) {
    publish(STREAM_PUBLISH, new NamesTopic.Stream(), hub);
  }

  @java.lang.Override
  public void topics(String publish) {
    publish(TOPICS, new NamesTopic.Topics(), publish);
  }

  @java.lang.Override
  public void publisher(Names.Hub hub) {
    publish(PUBLISHER, new NamesTopic.Publisher(), hub);
  }

  @java.lang.Override
  public void same(String a) {
    publish(SAME, new NamesTopic.A(), a);
  }

  @java.lang.Override
  public void same(Integer b) {
    publish(B_SAME, new NamesTopic.B(), b);
  }

  @java.lang.Override
  public void publish(int PUBLISH, Names.Override text) {
    publish(NEW_PUBLISH, new NamesTopic.New(PUBLISH), text);
  }

  /**
   * A publisher that reaches that client's live connections only.
   *
   * @param clientId who is meant
   * @return a new publisher
   */
  public Names to(String clientId) {
    return new NamesPublisher(publisher.to(clientId));
  }

  /**
   * A publisher that reaches that principal's connections only.
   *
   * @param name who is meant
   * @return a new publisher
   */
  public Names toPrincipal(String name) {
    return new NamesPublisher(publisher.toPrincipal(name));
  }

  /**
   * A publisher whose events are stored once: what is published again with the
   * same key, as the same event type and in the same topic, changes nothing.
   *
   * @param key what a repetition would have too
   * @return a new publisher
   */
  public NamesPublisher withKey(String key) {
    return new NamesPublisher(publisher.withKey(key));
  }

  /**
   * What can be asked of a topic and done with it.
   *
   * @param topic which one
   * @return a view of its present state
   */
  public TopicHandle topic(NamesTopic topic) {
    return publisher.topic(topic.path());
  }

  private <P> void publish(EventDefinition<P> event, NamesTopic topic, P payload) {
    publisher.publish(event, topic.path(), payload);
  }
}
