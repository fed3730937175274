package good;

import io.tidings.sse.annotations.SseGenerated;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.PayloadType;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.TopicDefinition;
import io.tidings.sse.hub.TopicHandle;
import io.tidings.sse.hub.Variable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Publishes the events of {@code Fleet}.
 *
 * <p>Variables of every kind.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
public final class FleetPublisher implements Fleet {
  static final EventDefinition<Map<String, List<Integer>>> POSITION = EventDefinition.of("position", new PayloadType<Map<String, List<Integer>>>() {});

  static final EventDefinition<Double> READING = EventDefinition.of("reading", Double.class);

  static final EventDefinition<Boolean> ONLINE = EventDefinition.of("online", Boolean.class);

  static final EventDefinition<String> LETTER = EventDefinition.of("letter", String.class);

  static final EventDefinition<String> AMOUNT = EventDefinition.of("amount", String.class);

  static final EventDefinition<String> NUMBER = EventDefinition.of("number", String.class);

  static final StreamDefinition STREAM = StreamDefinition.of(Fleet.class, "/fleet")
      .withTopic(
          TopicDefinition.of("VehiclesPosition", "vehicles/{vin}/position")
              .withVariable(Variable.of("vin", UUID::fromString))
              .withEvent(POSITION))
      .withTopic(
          TopicDefinition.of("Devices", "devices{?kind,site}")
              .withVariable(Variable.enumeration("kind", Fleet.Kind.class))
              .withVariable(Variable.string("site"))
              .withEvent(READING)
              .withEvent(ONLINE))
      .withTopic(
          TopicDefinition.of("Kinds", "kinds/{kind}/{on}/{letter}")
              .withVariable(Variable.enumeration("kind", Fleet.Kind.class))
              .withVariable(Variable.of("on", value -> Optional.of(value).filter(text -> "true".equalsIgnoreCase(text) || "false".equalsIgnoreCase(text)).map(Boolean::valueOf).orElseThrow()))
              .withVariable(Variable.of("letter", value -> Optional.of(value).filter(text -> text.length() == 1).map(text -> text.charAt(0)).orElseThrow()))
              .withEvent(LETTER))
      .withTopic(
          TopicDefinition.of("Amounts", "amounts/{amount}/{plate}")
              .withVariable(Variable.of("amount", BigDecimal::new))
              .withVariable(Variable.of("plate", Fleet.Plate::fromString))
              .withEvent(AMOUNT))
      .withTopic(
          TopicDefinition.of("AmountsAll", "amounts/all/{number}")
              .withVariable(Variable.of("number", Integer::valueOf))
              .withEvent(NUMBER));

  private final StreamPublisher publisher;

  /**
   * A publisher of the stream.
   *
   * @param hub where the events go
   */
  public FleetPublisher(Hub hub) {
    this(hub.publisher(STREAM));
  }

  private FleetPublisher(StreamPublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public void position(UUID vin, Map<String, List<Integer>> position) {
    publish(POSITION, new FleetTopic.VehiclesPosition(vin), position);
  }

  @Override
  public void reading(Fleet.Kind kind, String site, double reading) {
    publish(READING, new FleetTopic.Devices(kind, site), reading);
  }

  @Override
  public void online(String site, Fleet.Kind kind, boolean online) {
    publish(ONLINE, new FleetTopic.Devices(kind, site), online);
  }

  @Override
  public void letter(Fleet.Kind kind, boolean on, Character letter, String text) {
    publish(LETTER, new FleetTopic.Kinds(kind, on, letter), text);
  }

  @Override
  public void amount(BigDecimal amount, Fleet.Plate plate, String publisher) {
    publish(AMOUNT, new FleetTopic.Amounts(amount, plate), publisher);
  }

  @Override
  public void number(int number, String event) {
    publish(NUMBER, new FleetTopic.AmountsAll(number), event);
  }

  /**
   * A publisher that reaches that client's live connections only.
   *
   * @param clientId who is meant
   * @return a new publisher
   */
  public Fleet to(String clientId) {
    return new FleetPublisher(publisher.to(clientId));
  }

  /**
   * A publisher that reaches that principal's connections only.
   *
   * @param name who is meant
   * @return a new publisher
   */
  public Fleet toPrincipal(String name) {
    return new FleetPublisher(publisher.toPrincipal(name));
  }

  /**
   * A publisher whose events are stored once: what is published again with the
   * same key, as the same event type and in the same topic, changes nothing.
   *
   * @param key what a repetition would have too
   * @return a new publisher
   */
  public FleetPublisher withKey(String key) {
    return new FleetPublisher(publisher.withKey(key));
  }

  /**
   * What can be asked of a topic and done with it.
   *
   * @param topic which one
   * @return a view of its present state
   */
  public TopicHandle topic(FleetTopic topic) {
    return publisher.topic(topic.path());
  }

  private <P> void publish(EventDefinition<P> event, FleetTopic topic, P payload) {
    publisher.publish(event, topic.path(), payload);
  }
}
