package io.tidings.sse.hub;

import java.time.Duration;

/**
 * What a reader that falls behind gets, and how far behind is too far.
 *
 * @param policy what it gets
 * @param lagEvents the most events that a live reader may be behind
 * @param lagBytes the most bytes that a live reader may be behind
 * @param writeTimeout how long one write may be stuck before its connection ends
 */
public record BackpressurePolicy(
    Policy policy, int lagEvents, long lagBytes, Duration writeTimeout) {

  /** What a reader that has fallen behind gets. */
  public enum Policy {
    /** Its connection ends; it comes back with its cursor. */
    DISCONNECT,
    /** A gap, then the oldest events that are kept. */
    DROP_OLDEST,
    /** A gap, then the newest event of each type. */
    LATEST
  }

  /** Disconnected after 1024 events or 4 MB, or when a write is stuck for 30 seconds. */
  public static final BackpressurePolicy DEFAULT =
      new BackpressurePolicy(Policy.DISCONNECT, 1024, 4L << 20, Duration.ofSeconds(30));

  /** Checks the figures. */
  public BackpressurePolicy {
    if (lagEvents < 1 || lagBytes < 1) {
      throw new IllegalArgumentException(
          "lag must be at least 1; was " + lagEvents + " events, " + lagBytes + " bytes");
    }
    Settings.positive("write timeout", writeTimeout);
  }
}
