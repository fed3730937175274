package io.tidings.sse.hub;

import java.time.Duration;

public record LimitPolicy(
    int subscribers,
    int perTopic,
    int perClient,
    int topicsPerConnection,
    Duration lifetime,
    long payload) {
  public static final LimitPolicy DEFAULT = new LimitPolicy(0, 0, 0, 0, null, 1L << 20);
}
