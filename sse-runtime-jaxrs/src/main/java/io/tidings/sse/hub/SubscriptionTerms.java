package io.tidings.sse.hub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings that one connection lives by: the strictest of all its topics'.
 *
 * @param retry how long this reader waits before it comes back
 * @param heartbeat what it gets when it has been idle
 * @param writeTimeout how long one write may be stuck
 * @param lifetime how long it may last; null for as long as it likes
 */
record SubscriptionTerms(
    Duration retry, HeartbeatPolicy heartbeat, Duration writeTimeout, @Nullable Duration lifetime) {

  private static final double SHORTEST_LIFETIME = 0.8;

  static SubscriptionTerms of(
      StreamDefinition stream, Iterable<TopicDefinition> topics, HubContext context) {
    HeartbeatPolicy heartbeat = HeartbeatPolicy.OFF;
    Duration writeTimeout = null;
    Duration lifetime = stream.limits().lifetime();
    for (TopicDefinition topic : topics) {
      heartbeat = sooner(heartbeat, topic.heartbeat());
      writeTimeout = shorter(writeTimeout, topic.backpressure().writeTimeout());
      lifetime = shorter(lifetime, topic.limits().lifetime());
    }
    if (writeTimeout == null) {
      writeTimeout = BackpressurePolicy.DEFAULT.writeTimeout();
    }
    double part = SHORTEST_LIFETIME + (1 - SHORTEST_LIFETIME) * context.random();
    return new SubscriptionTerms(
        stream.retry().delay(context.random()),
        heartbeat,
        writeTimeout,
        lifetime == null ? null : Duration.ofNanos((long) (lifetime.toNanos() * part)));
  }

  private static HeartbeatPolicy sooner(HeartbeatPolicy one, HeartbeatPolicy other) {
    Duration first = one.interval();
    Duration second = other.interval();
    return second == null || (first != null && first.compareTo(second) <= 0) ? one : other;
  }

  private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
    return other == null || (one != null && one.compareTo(other) <= 0) ? one : other;
  }
}
