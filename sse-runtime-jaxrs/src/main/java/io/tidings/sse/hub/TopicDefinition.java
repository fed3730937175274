package io.tidings.sse.hub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A template of topics, the events that they carry and their settings. Immutable. */
public final class TopicDefinition {

  private final String name;
  private final Shape shape;
  private final List<EventDefinition<?>> events;
  private final TopicSettings settings;

  private TopicDefinition(
      String name, Shape shape, List<EventDefinition<?>> events, TopicSettings settings) {
    this.name = name;
    this.shape = shape;
    this.events = events;
    this.settings = settings;
  }

  /**
   * A topic by its name in generated code and its template, relative to the stream.
   *
   * @param name the name
   * @param template the template, with variables in braces
   * @return a new definition
   */
  public static TopicDefinition of(String name, String template) {
    return new TopicDefinition(name, Shape.of(template), List.of(), TopicSettings.DEFAULT);
  }

  /**
   * The same topic with one more variable; one that is never given takes any text.
   *
   * @param variable the variable
   * @return a new definition
   */
  public TopicDefinition withVariable(Variable variable) {
    return new TopicDefinition(name, shape.with(variable), events, settings);
  }

  /**
   * The same topic with one more event type.
   *
   * @param event the event type
   * @return a new definition
   */
  public TopicDefinition withEvent(EventDefinition<?> event) {
    List<EventDefinition<?>> more =
        Stream.concat(events.stream(), Stream.<EventDefinition<?>>of(event)).toList();
    return new TopicDefinition(name, shape, more, settings);
  }

  /**
   * The same topic with this history.
   *
   * @param replay the history
   * @return a new definition
   */
  public TopicDefinition withReplay(ReplayPolicy replay) {
    return new TopicDefinition(name, shape, events, settings.with(replay));
  }

  /**
   * The same topic with this heartbeat.
   *
   * @param heartbeat the heartbeat
   * @return a new definition
   */
  public TopicDefinition withHeartbeat(HeartbeatPolicy heartbeat) {
    return new TopicDefinition(name, shape, events, settings.with(heartbeat));
  }

  /**
   * The same topic with this treatment of slow readers.
   *
   * @param backpressure the treatment
   * @return a new definition
   */
  public TopicDefinition withBackpressure(BackpressurePolicy backpressure) {
    return new TopicDefinition(name, shape, events, settings.with(backpressure));
  }

  /**
   * The same topic with these limits.
   *
   * @param limits the limits
   * @return a new definition
   */
  public TopicDefinition withLimits(LimitPolicy limits) {
    return new TopicDefinition(name, shape, events, settings.with(limits));
  }

  /**
   * The same topic, for which one guard more is asked.
   *
   * @param guard makes the guard when it is first asked
   * @return a new definition
   */
  public TopicDefinition withGuard(Supplier<? extends SubscriptionGuard> guard) {
    Lazy<SubscriptionGuard> made = new Lazy<>(guard);
    return new TopicDefinition(
        name, shape, events, settings.with(request -> made.get().decide(request)));
  }

  /**
   * The topic's name in generated code.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The template, relative to the stream.
   *
   * @return the template
   */
  public String template() {
    return shape.template();
  }

  /**
   * The variables in the order in which they were given.
   *
   * @return the variables
   */
  public List<Variable> variables() {
    return shape.variables();
  }

  /**
   * The events that this topic carries.
   *
   * @return the events
   */
  public List<EventDefinition<?>> events() {
    return events;
  }

  /**
   * How much history is kept.
   *
   * @return the history
   */
  public ReplayPolicy replay() {
    return settings.replay();
  }

  /**
   * What an idle connection gets.
   *
   * @return the heartbeat
   */
  public HeartbeatPolicy heartbeat() {
    return settings.heartbeat();
  }

  /**
   * What a slow reader gets.
   *
   * @return the treatment
   */
  public BackpressurePolicy backpressure() {
    return settings.backpressure();
  }

  /**
   * The limits of this topic. {@code subscribers} and {@code perClient} count the connections that
   * read any topic of this template.
   *
   * @return its own limits; {@link LimitPolicy#DEFAULT} when only its stream has any
   */
  public LimitPolicy limits() {
    LimitPolicy own = settings.limits();
    return own == null ? LimitPolicy.DEFAULT : own;
  }

  /** Whether it has limits besides those of its stream. */
  boolean hasOwnLimits() {
    return settings.limits() != null;
  }

  /**
   * The guards of this topic, besides those of its stream; each is made when it is first asked.
   *
   * @return the guards
   */
  public List<SubscriptionGuard> guards() {
    return settings.guards();
  }

  /** The decoded values of the variables in one of its paths. */
  Map<String, String> values(String path) {
    return shape.values(path);
  }

  /**
   * The topic with these decoded values. Empty when one is missing or not a value.
   *
   * @param values the decoded value of a variable; null when there is none
   * @return the topic and its canonical path
   */
  public Optional<TopicAddress> expand(Function<String, @Nullable String> values) {
    return shape.expand(values).map(path -> new TopicAddress(this, path));
  }

  /**
   * The topic that an encoded path stands for. Empty when it is none of this template.
   *
   * @param encodedPath an encoded topic, canonical or not
   * @return the topic and its canonical path
   */
  public Optional<TopicAddress> resolve(String encodedPath) {
    return shape.canonical(encodedPath).map(path -> new TopicAddress(this, path));
  }

  /** Whether any of its events is polled. */
  boolean isPolled() {
    return events.stream()
        .anyMatch(event -> event.source().filter(SourceUse::isPolled).isPresent());
  }

  /** The event that tells newcomers the state of the topic, if there is one. */
  Optional<EventDefinition<?>> snapshot() {
    return events.stream()
        .<EventDefinition<?>>map(event -> event)
        .filter(event -> event.source().filter(SourceUse::snapshot).isPresent())
        .findFirst();
  }

  /** Whether some of its events are filtered. */
  boolean isFiltered() {
    return events.stream().anyMatch(EventDefinition::isFiltered);
  }

  /** The event that carries this type; null for the hub's own. */
  @Nullable EventDefinition<?> event(String type) {
    for (EventDefinition<?> event : events) {
      if (event.types().contains(type)) {
        return event;
      }
    }
    return null;
  }

  boolean carries(EventDefinition<?> event) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) == event) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return name + " " + template();
  }
}
