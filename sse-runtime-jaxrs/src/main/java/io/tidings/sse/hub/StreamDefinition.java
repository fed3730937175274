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

  /** The stream of this interface at this path, such as {@code /tenants/{tenant}/orders}. */
  public static StreamDefinition of(Class<?> type, String pathTemplate) {
    return new StreamDefinition(
        type,
        Shape.of(pathTemplate),
        List.of(),
        RetryPolicy.DEFAULT,
        LimitPolicy.DEFAULT,
        List.of());
  }

  /** The same stream with one more variable of its path. */
  public StreamDefinition withVariable(Variable variable) {
    return new StreamDefinition(type, shape.with(variable), topics, retry, limits, guards);
  }

  /** The same stream with one more topic. */
  public StreamDefinition withTopic(TopicDefinition topic) {
    List<TopicDefinition> more = Stream.concat(topics.stream(), Stream.of(topic)).toList();
    return new StreamDefinition(type, shape, more, retry, limits, guards);
  }

  /** The same stream with this reconnection delay. */
  public StreamDefinition withRetry(RetryPolicy retry) {
    return new StreamDefinition(type, shape, topics, retry, limits, guards);
  }

  /** The same stream with these limits. */
  public StreamDefinition withLimits(LimitPolicy limits) {
    return new StreamDefinition(type, shape, topics, retry, limits, guards);
  }

  /** The same stream, for all of whose topics one guard more is asked. */
  public StreamDefinition withGuard(Supplier<? extends SubscriptionGuard> guard) {
    Lazy<SubscriptionGuard> made = new Lazy<>(guard);
    SubscriptionGuard asked = request -> made.get().decide(request);
    List<SubscriptionGuard> more = Stream.concat(guards.stream(), Stream.of(asked)).toList();
    return new StreamDefinition(type, shape, topics, retry, limits, more);
  }

  /** The annotated interface. */
  public Class<?> type() {
    return type;
  }

  /** The path template, as it was given. */
  public String path() {
    return shape.template();
  }

  /** The variables of the path. */
  public List<Variable> variables() {
    return shape.variables();
  }

  /** The topics in the order in which they were given. */
  public List<TopicDefinition> topics() {
    return topics;
  }

  /** The reconnection delay that readers are told. */
  public RetryPolicy retry() {
    return retry;
  }

  /** The limits of the stream. */
  public LimitPolicy limits() {
    return limits;
  }

  /** The guards of the stream; each is made when it is first asked. */
  public List<SubscriptionGuard> guards() {
    return guards;
  }

  /** The decoded values of every variable of a stream path and one of its topics. */
  public Map<String, String> values(String streamPath, TopicAddress topic) {
    Map<String, String> values = new HashMap<>(shape.values(streamPath));
    values.putAll(topic.topic().values(topic.path()));
    return Map.copyOf(values);
  }

  /** The topic with this template, written as in {@link TopicDefinition#of}. */
  public Optional<TopicDefinition> topic(String template) {
    return topics.stream().filter(topic -> topic.template().equals(template)).findFirst();
  }

  /** The topic that a request's text stands for. Empty when the stream has no such topic. */
  public Optional<TopicAddress> resolve(String topicText) {
    return topics.stream().flatMap(topic -> topic.resolve(topicText).stream()).findFirst();
  }

  /**
   * The canonical stream path for decoded values, without leading slash. Empty when one is missing
   * or not a value.
   */
  public Optional<String> expand(Function<String, @Nullable String> values) {
    return shape.expand(values);
  }

  /** The canonical form of an encoded stream path. Empty when it is none of this stream. */
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
