package io.tidings.sse.hub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A stream as its annotated interface describes it: path, topics, settings. Immutable. */
public final class StreamDefinition {

  private final Class<?> type;
  private final Shape shape;
  private final List<TopicDefinition> topics;
  private final RetryPolicy retry;
  private final LimitPolicy limits;
  private final List<SubscriptionGuard> guards;

  private StreamDefinition(
      Class<?> type,
      Shape shape,
      List<TopicDefinition> topics,
      RetryPolicy retry,
      LimitPolicy limits,
      List<SubscriptionGuard> guards) {
    this.type = type;
    this.shape = shape;
    this.topics = topics;
    this.retry = retry;
    this.limits = limits;
    this.guards = guards;
  }

  /**
   * The stream of this interface at this path, such as {@code /tenants/{tenant}/orders}.
   *
   * @param type the annotated interface
   * @param pathTemplate the path, with variables in braces
   * @return a new definition
   */
  public static StreamDefinition of(Class<?> type, String pathTemplate) {
    return new StreamDefinition(
        type,
        Shape.of(pathTemplate),
        List.of(),
        RetryPolicy.DEFAULT,
        LimitPolicy.DEFAULT,
        List.of());
  }

  /**
   * The same stream with one more variable of its path.
   *
   * @param variable the variable
   * @return a new definition
   */
  public StreamDefinition withVariable(Variable variable) {
    return new StreamDefinition(type, shape.with(variable), topics, retry, limits, guards);
  }

  /**
   * The same stream with one more topic.
   *
   * @param topic the topic
   * @return a new definition
   */
  public StreamDefinition withTopic(TopicDefinition topic) {
    List<TopicDefinition> more = Stream.concat(topics.stream(), Stream.of(topic)).toList();
    return new StreamDefinition(type, shape, more, retry, limits, guards);
  }

  /**
   * The same stream with this reconnection delay.
   *
   * @param retry the delay
   * @return a new definition
   */
  public StreamDefinition withRetry(RetryPolicy retry) {
    return new StreamDefinition(type, shape, topics, retry, limits, guards);
  }

  /**
   * The same stream with these limits.
   *
   * @param limits the limits
   * @return a new definition
   */
  public StreamDefinition withLimits(LimitPolicy limits) {
    return new StreamDefinition(type, shape, topics, retry, limits, guards);
  }

  /**
   * The same stream, for all of whose topics one guard more is asked.
   *
   * @param guard makes the guard when it is first asked
   * @return a new definition
   */
  public StreamDefinition withGuard(Supplier<? extends SubscriptionGuard> guard) {
    Lazy<SubscriptionGuard> made = new Lazy<>(guard);
    SubscriptionGuard asked = request -> made.get().decide(request);
    List<SubscriptionGuard> more = Stream.concat(guards.stream(), Stream.of(asked)).toList();
    return new StreamDefinition(type, shape, topics, retry, limits, more);
  }

  /**
   * The annotated interface.
   *
   * @return the interface
   */
  public Class<?> type() {
    return type;
  }

  /**
   * The path template, as it was given.
   *
   * @return the template
   */
  public String path() {
    return shape.template();
  }

  /**
   * The variables of the path.
   *
   * @return the variables, in their order
   */
  public List<Variable> variables() {
    return shape.variables();
  }

  /**
   * The topics in the order in which they were given.
   *
   * @return the topics
   */
  public List<TopicDefinition> topics() {
    return topics;
  }

  /**
   * The reconnection delay that readers are told.
   *
   * @return the delay
   */
  public RetryPolicy retry() {
    return retry;
  }

  /**
   * The limits of the stream.
   *
   * @return the limits
   */
  public LimitPolicy limits() {
    return limits;
  }

  /** What one of its topics may have: what the topic says itself, else what the stream says. */
  LimitPolicy limitsOf(TopicDefinition topic) {
    return topic.hasOwnLimits() ? topic.limits() : limits;
  }

  /**
   * The guards of the stream; each is made when it is first asked.
   *
   * @return the guards
   */
  public List<SubscriptionGuard> guards() {
    return guards;
  }

  /**
   * The decoded values of every variable of a stream path and one of its topics.
   *
   * @param streamPath the canonical path
   * @param topic one of its topics
   * @return the decoded values by name
   */
  public Map<String, String> values(String streamPath, TopicAddress topic) {
    Map<String, String> values = new HashMap<>(shape.values(streamPath));
    values.putAll(topic.topic().values(topic.path()));
    return Map.copyOf(values);
  }

  /**
   * The topic with this template, written as in {@link TopicDefinition#of}.
   *
   * @param template the template
   * @return the topic
   */
  public Optional<TopicDefinition> topic(String template) {
    return topics.stream().filter(topic -> topic.template().equals(template)).findFirst();
  }

  /**
   * The topic that a request's text stands for. Empty when the stream has no such topic.
   *
   * @param topicText an encoded topic, canonical or not
   * @return the topic and its canonical path
   */
  public Optional<TopicAddress> resolve(String topicText) {
    return topics.stream().flatMap(topic -> topic.resolve(topicText).stream()).findFirst();
  }

  /**
   * The canonical stream path for decoded values, without leading slash. Empty when one is missing
   * or not a value.
   *
   * @param values the decoded value of a variable; null when there is none
   * @return the path
   */
  public Optional<String> expand(Function<String, @Nullable String> values) {
    return shape.expand(values);
  }

  /**
   * The canonical form of an encoded stream path. Empty when it is none of this stream.
   *
   * @param encodedPath an encoded path, canonical or not
   * @return the canonical path
   */
  public Optional<String> resolvePath(String encodedPath) {
    return shape.canonical(encodedPath);
  }

  /** The canonical texts of the variables in a canonical path of this stream. */
  Map<String, String> values(String path) {
    return shape.values(path);
  }

  @Override
  public String toString() {
    return type.getSimpleName() + " " + path();
  }
}
