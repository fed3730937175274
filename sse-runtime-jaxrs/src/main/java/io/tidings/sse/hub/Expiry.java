package io.tidings.sse.hub;

import java.time.Duration;

/**
 * When a credential ends, and with it what it was needed for.
 *
 * @param nanos the time, on the hub's clock
 */
record Expiry(long nanos) {

  /** Longer than any connection, and still a number of nanoseconds. */
  static final Duration FOR_EVER = Duration.ofDays(36_500);

  /** The end of a credential that is good for so long from now on. */
  static Expiry after(Duration left, long now) {
    Duration bounded = left.compareTo(FOR_EVER) < 0 ? left : FOR_EVER;
    return new Expiry(now + bounded.toNanos());
  }

  boolean isOver(long now) {
    return now - nanos >= 0;
  }
}
