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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * Publishes the events of {@code Machine}.
 *
 * <p>Payloads that are asked for.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
@SseGenerated("io.tidings.sse.processor.SseProcessor")
public final class MachinePublisher implements Machine {
  static final EventDefinition<Double> LOAD = EventDefinition.of("load", Double.class)
      .withResults(MachineSources.class, (sources, variables) -> sources.load(UUID.fromString(variables.apply("machine"))))
      .withPoll(Duration.ofSeconds(2), false);

  static final EventDefinition<List<Long>> DISK = EventDefinition.of("disk", new PayloadType<List<Long>>() {})
      .withResults(MachineSources.class, (sources, variables) -> sources.disk(UUID.fromString(variables.apply("machine")), Machine.Unit.valueOf(variables.apply("unit")), Integer.valueOf(variables.apply("disk")), variables.apply("letter").charAt(0), Boolean.valueOf(variables.apply("raw"))))
      .withPoll(Duration.ofSeconds(60), true)
      .withSnapshot();

  static final EventDefinition<List<String>> USERS = EventDefinition.of("users", new PayloadType<List<String>>() {})
      .withSource(MachineSources.class, (sources, variables) -> sources.users(UUID.fromString(variables.apply("machine"))))
      .withSnapshot();

  static final EventDefinition<String> LOGIN = EventDefinition.of("login", String.class);

  static final StreamDefinition STREAM = StreamDefinition.of(Machine.class, "/machines/{machine}")
      .withVariable(Variable.of("machine", UUID::fromString))
      .withTopic(
          TopicDefinition.of("Load", "load")
              .withEvent(LOAD))
      .withTopic(
          TopicDefinition.of("Disks", "disks/{disk}/{letter}{?raw,unit}")
              .withVariable(Variable.of("disk", Integer::valueOf))
              .withVariable(Variable.of("letter", value -> Optional.of(value).filter(text -> text.length() == 1).map(text -> text.charAt(0)).orElseThrow()))
              .withVariable(Variable.of("raw", value -> Optional.of(value).filter(text -> "true".equalsIgnoreCase(text) || "false".equalsIgnoreCase(text)).map(Boolean::valueOf).orElseThrow()))
              .withVariable(Variable.enumeration("unit", Machine.Unit.class))
              .withEvent(DISK))
      .withTopic(
          TopicDefinition.of("Users", "users")
              .withEvent(USERS)
              .withEvent(LOGIN));

  private final StreamPublisher publisher;

  /**
   * A publisher of the stream.
   *
   * @param hub where the events go
   */
  public MachinePublisher(Hub hub) {
    this(hub.publisher(STREAM));
  }

  private MachinePublisher(StreamPublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public void load(UUID machine, double load) {
    publish(LOAD, new MachineTopic.Load(machine), load);
  }

  @Override
  public void disk(UUID machine, Machine.Unit unit, int disk, char letter, boolean raw,
      List<Long> free) {
    publish(DISK, new MachineTopic.Disks(machine, disk, letter, raw, unit), free);
  }

  @Override
  public void users(UUID machine, List<String> users) {
    publish(USERS, new MachineTopic.Users(machine), users);
  }

  @Override
  public void login(UUID machine, String user) {
    publish(LOGIN, new MachineTopic.Users(machine), user);
  }

  /**
   * A publisher that reaches that client's live connections only.
   *
   * @param clientId who is meant
   * @return a new publisher
   */
  public Machine to(String clientId) {
    return new MachinePublisher(publisher.to(clientId));
  }

  /**
   * A publisher that reaches that principal's connections only.
   *
   * @param name who is meant
   * @return a new publisher
   */
  public Machine toPrincipal(String name) {
    return new MachinePublisher(publisher.toPrincipal(name));
  }

  /**
   * A publisher whose events are stored once: what is published again with the
   * same key, as the same event type and in the same topic, changes nothing.
   *
   * @param key what a repetition would have too
   * @return a new publisher
   */
  public MachinePublisher withKey(String key) {
    return new MachinePublisher(publisher.withKey(key));
  }

  /**
   * What can be asked of a topic and done with it.
   *
   * @param topic which one
   * @return a view of its present state
   */
  public TopicHandle topic(MachineTopic topic) {
    return publisher.in(topic.streamPath()).topic(topic.path());
  }

  private <P> void publish(EventDefinition<P> event, MachineTopic topic, P payload) {
    publisher.in(topic.streamPath()).publish(event, topic.path(), payload);
  }
}
