package io.tidings.sse.hub;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The settings of a topic, each replaceable alone. */
record TopicSettings(
    ReplayPolicy replay,
    HeartbeatPolicy heartbeat,
    BackpressurePolicy backpressure,
    @Nullable LimitPolicy limits,
    List<SubscriptionGuard> guards) {

  static final TopicSettings DEFAULT =
      new TopicSettings(
          ReplayPolicy.DEFAULT,
          HeartbeatPolicy.DEFAULT,
          BackpressurePolicy.DEFAULT,
          null,
          List.of());

  TopicSettings with(ReplayPolicy other) {
    return new TopicSettings(other, heartbeat, backpressure, limits, guards);
  }

  TopicSettings with(HeartbeatPolicy other) {
    return new TopicSettings(replay, other, backpressure, limits, guards);
  }

  TopicSettings with(BackpressurePolicy other) {
    return new TopicSettings(replay, heartbeat, other, limits, guards);
  }

  TopicSettings with(LimitPolicy other) {
    return new TopicSettings(replay, heartbeat, backpressure, other, guards);
  }

  TopicSettings with(SubscriptionGuard guard) {
    List<SubscriptionGuard> more = Stream.concat(guards.stream(), Stream.of(guard)).toList();
    return new TopicSettings(replay, heartbeat, backpressure, limits, more);
  }
}
