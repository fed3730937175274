package io.tidings.sse.hub;

import java.time.Duration;

public record RetryPolicy(Duration delay, double jitter) {
  public static final RetryPolicy DEFAULT = new RetryPolicy(Duration.ofSeconds(3), 0.2);
}
