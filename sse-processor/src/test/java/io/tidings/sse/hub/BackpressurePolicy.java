package io.tidings.sse.hub;

import java.time.Duration;

public record BackpressurePolicy(
    Policy policy, int lagEvents, long lagBytes, Duration writeTimeout) {
  public enum Policy {
    DISCONNECT,
    DROP_OLDEST,
    LATEST
  }

  public static final BackpressurePolicy DEFAULT =
      new BackpressurePolicy(Policy.DISCONNECT, 1024, 4L << 20, Duration.ofSeconds(30));
}
