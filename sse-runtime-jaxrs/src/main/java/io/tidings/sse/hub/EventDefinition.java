package io.tidings.sse.hub;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An event type of a topic and the payload that it carries. Immutable; known by its identity, so
 * keep it in a constant.
 *
 * @param <P> the payload
 */
public final class EventDefinition<P> {

  private final @Nullable String type;
  private final Type payload;
  private final Map<Class<?>, String> leaves;
  private final @Nullable Duration conflate;
  private final @Nullable SourceUse<?, P> source;
  private final @Nullable Lazy<EventFilter<? super P>> filter;

  private EventDefinition(
      @Nullable String type,
      Type payload,
      Map<Class<?>, String> leaves,
      @Nullable Duration conflate,
      @Nullable SourceUse<?, P> source,
      @Nullable Lazy<EventFilter<? super P>> filter) {
    this.type = type;
    this.payload = payload;
    this.leaves = leaves;
    this.conflate = conflate;
    this.source = source;
    this.filter = filter;
  }

  /**
   * An event type whose payload is a class without type arguments.
   *
   * @param <P> the payload
   * @param type the event type
   * @param payload the class of the payload
   * @return a new definition
   */
  public static <P> EventDefinition<P> of(String type, Class<P> payload) {
    return new EventDefinition<>(Names.eventType(type), payload, Map.of(), null, null, null);
  }

  /**
   * An event type whose payload has type arguments.
   *
   * @param <P> the payload
   * @param type the event type
   * @param payload the type of the payload
   * @return a new definition
   */
  public static <P> EventDefinition<P> of(String type, PayloadType<P> payload) {
    return new EventDefinition<>(Names.eventType(type), payload.type(), Map.of(), null, null, null);
  }

  /**
   * One event type for every leaf of a sealed payload; the leaves follow.
   *
   * @param <P> the payload
   * @param payload the sealed type
   * @return a new definition, still without leaves
   */
  public static <P> EventDefinition<P> sealed(Class<P> payload) {
    return new EventDefinition<>(null, payload, Map.of(), null, null, null);
  }

  /**
   * The same definition with one more leaf of its sealed payload.
   *
   * @param <L> the leaf
   * @param leaf the class of the leaf
   * @param type its event type
   * @return a new definition
   */
  public <L extends P> EventDefinition<P> withLeaf(Class<L> leaf, String type) {
    if (this.type != null) {
      throw new IllegalArgumentException(
          "leaves must belong to a sealed payload; was event type " + this.type);
    }
    Map<Class<?>, String> more = new LinkedHashMap<>(leaves);
    more.put(leaf, Names.eventType(type));
    return new EventDefinition<>(null, payload, more, conflate, source, filter);
  }

  /**
   * The same definition, of which each topic gets at most one event in this interval, and always
   * the newest in the end.
   *
   * <p>The first publish after a quiet interval is stored and sent at once. One that follows within
   * the interval is encoded, accepted and held; it replaces the one that was held before, which
   * then never existed for readers. What is held is stored, with the next id of its stream, when
   * the interval ends, when its topic is completed and when the hub is closed. Events of a sealed
   * payload wait for those of their own event type only, and events for a principal for those of
   * the same principal; an event for one client id goes at once.
   *
   * @param interval the shortest time between two events
   * @return a new definition
   */
  public EventDefinition<P> withConflate(Duration interval) {
    return new EventDefinition<>(
        type, payload, leaves, Settings.positive("conflate", interval), source, filter);
  }

  /**
   * The same definition, whose payload the application can be asked for.
   *
   * @param <S> the generated interface
   * @param type the generated interface that the application implements and gives to the hub
   * @param source asks an implementation of it
   * @return a new definition
   */
  public <S> EventDefinition<P> withSource(Class<S> type, Source<S, P> source) {
    return with(SourceUse.of(type, source));
  }

  /**
   * The same definition, whose source the application is asked for again and again, and which says
   * when there is nothing new and when there will be nothing more.
   *
   * @param type the generated interface that the application implements and gives to the hub
   * @param source how it is asked
   * @param <S> the generated interface
   * @return a new definition
   */
  public <S> EventDefinition<P> withResults(Class<S> type, Source<S, PollResult<P>> source) {
    return with(SourceUse.ofResults(type, source));
  }

  /**
   * The same definition, whose source is polled while its topic has readers.
   *
   * @param onlyChanges whether an answer that equals the one before is left out
   * @param every the time between two questions
   * @return a new definition
   */
  public EventDefinition<P> withPoll(Duration every, boolean onlyChanges) {
    return with(requireSource("poll").polled(every, onlyChanges));
  }

  /**
   * The same definition, whose source tells newcomers the present state of the topic.
   *
   * @return a new definition
   */
  public EventDefinition<P> withSnapshot() {
    return with(requireSource("snapshot").asSnapshot());
  }

  private EventDefinition<P> with(SourceUse<?, P> source) {
    requireOneOf(source, filter);
    return new EventDefinition<>(type, payload, leaves, conflate, source, filter);
  }

  private SourceUse<?, P> requireSource(String use) {
    if (source == null) {
      throw new IllegalStateException(
          use
              + " must follow withSource(…) or withResults(…), which says whom to ask; was on "
              + types());
    }
    return source;
  }

  /**
   * The same definition, of which each subscription gets what this filter lets through.
   *
   * @param filter makes the filter when it is first needed
   * @return a new definition
   */
  public EventDefinition<P> withFilter(Supplier<? extends EventFilter<? super P>> filter) {
    requireOneOf(source, filter);
    return new EventDefinition<>(type, payload, leaves, conflate, source, new Lazy<>(filter));
  }

  // What a source tells a newcomer does not pass the log, where filters decide.
  private void requireOneOf(@Nullable Object source, @Nullable Object filter) {
    if (source != null && filter != null) {
      throw new IllegalStateException(
          "event must not have both a source and a filter; was "
              + types()
              + ". Give each kind of reader a topic of its own, or guard the topic");
    }
  }

  /**
   * Every event type that this definition can send.
   *
   * @return the event types
   */
  public Set<String> types() {
    return type == null ? Set.copyOf(leaves.values()) : Set.of(type);
  }

  /**
   * The interval that holds back all but the newest event, if there is one.
   *
   * @return the interval
   */
  public Optional<Duration> conflate() {
    return Optional.ofNullable(conflate);
  }

  /** Whether some of its events may be held back. */
  boolean isConflated() {
    return conflate != null;
  }

  /** Where its payloads come from when nobody publishes them. */
  Optional<SourceUse<?, P>> source() {
    return Optional.ofNullable(source);
  }

  /** Whether a filter decides who gets it. */
  boolean isFiltered() {
    return filter != null;
  }

  /** Whether this subscription gets an event with this payload. */
  @SuppressWarnings("unchecked") // the codec was told the payload's type
  boolean accepts(Subscription subscription, Object value) throws Exception {
    return filter == null || filter.get().accept(subscription, (P) value);
  }

  /** What the filter's verdict on a subscription depends on; null when it is the subscription's. */
  @Nullable Object filterKey(Subscription subscription) {
    return filter == null ? null : filter.get().key(subscription);
  }

  /** The type that a codec is told for an event of this type. */
  Type payloadTypeOf(String eventType) {
    for (Map.Entry<Class<?>, String> leaf : leaves.entrySet()) {
      if (leaf.getValue().equals(eventType)) {
        return leaf.getKey();
      }
    }
    return payload;
  }

  /** The event type that carries this payload. */
  String typeOf(Object value) {
    return type != null ? type : leafType(value);
  }

  /** The type that a codec is told for this payload. */
  Type payloadTypeOf(Object value) {
    return type != null ? payload : value.getClass();
  }

  private String leafType(Object value) {
    String exact = leaves.get(value.getClass());
    if (exact != null) {
      return exact;
    }
    // An enum constant with a body, or a subclass of a non-sealed leaf.
    for (Map.Entry<Class<?>, String> leaf : leaves.entrySet()) {
      if (leaf.getKey().isInstance(value)) {
        return leaf.getValue();
      }
    }
    throw new IllegalArgumentException(
        "payload must be one of " + leaves.keySet() + "; was " + value.getClass());
  }
}
