package io.tidings.sse.hub;

/** The settings of a topic, each replaceable alone. */
record TopicSettings(
    ReplayPolicy replay,
    HeartbeatPolicy heartbeat,
    BackpressurePolicy backpressure,
    LimitPolicy limits) {

  static final TopicSettings DEFAULT =
      new TopicSettings(
          ReplayPolicy.DEFAULT,
          HeartbeatPolicy.DEFAULT,
          BackpressurePolicy.DEFAULT,
          LimitPolicy.DEFAULT);

  TopicSettings with(ReplayPolicy other) {
    return new TopicSettings(other, heartbeat, backpressure, limits);
  }

  TopicSettings with(HeartbeatPolicy other) {
    return new TopicSettings(replay, other, backpressure, limits);
  }

  TopicSettings with(BackpressurePolicy other) {
    return new TopicSettings(replay, heartbeat, other, limits);
  }

  TopicSettings with(LimitPolicy other) {
    return new TopicSettings(replay, heartbeat, backpressure, other);
  }
}
