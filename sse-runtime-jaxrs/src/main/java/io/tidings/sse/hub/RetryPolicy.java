package io.tidings.sse.hub;

import io.tidings.sse.event.Event;
import java.time.Duration;

/**
 * How long a reader is told to wait before it comes back.
 *
 * @param delay the middle of the range
 * @param jitter how far from the middle a delay may be, as a part of it, from 0 to 1
 */
public record RetryPolicy(Duration delay, double jitter) {

  /** Three seconds, 20 % to either side, so that readers do not come back all at once. */
  public static final RetryPolicy DEFAULT = new RetryPolicy(Duration.ofSeconds(3), 0.2);

  /** Checks the figures. */
  public RetryPolicy {
    Event.empty().withRetry(delay);
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException("jitter must be from 0 to 1; was " + jitter);
    }
  }

  /**
   * The delay for one reader; {@code random} is from 0 to 1.
   *
   * @param random from 0 to 1
   * @return the delay, at most a day
   */
  public Duration delay(double random) {
    double factor = 1 + jitter * (2 * random - 1);
    return Duration.ofMillis(Math.min(86_400_000L, Math.round(delay.toMillis() * factor)));
  }
}
