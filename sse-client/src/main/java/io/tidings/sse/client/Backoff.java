package io.tidings.sse.client;

import java.time.Duration;

/**
 * Waits longer with every attempt, with jitter, and never shorter than the server asked for.
 *
 * @param first the delay before the first attempt when the server asked for none
 * @param longest where growing ends; what a server asks for may be longer, up to ten minutes
 * @param factor how much it grows with each attempt
 * @param jitter how much is added at most, as a part of the delay
 * @param healthyAfter how long a connection must be open for the delays to start anew
 */
public record Backoff(
    Duration first, Duration longest, double factor, double jitter, Duration healthyAfter)
    implements RetryStrategy {

  /** From one second, doubling, to half a minute, up to half of it added; anew after a minute. */
  public static final Backoff DEFAULT =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), 2, 0.5, Duration.ofMinutes(1));

  /** What a server may ask for is clamped to these. */
  private static final Duration LEAST_ASKED = Duration.ofMillis(100);

  static final Duration MOST_ASKED = Duration.ofMinutes(10);

  /**
   * Checks that the delays can grow and end.
   *
   * @param first the delay before the first attempt
   * @param longest where growing ends
   * @param factor how much it grows
   * @param jitter how much is added at most
   * @param healthyAfter how long a healthy connection is open
   */
  public Backoff {
    if (first.isNegative() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "first must be between 0 and longest; was " + first + " with longest " + longest);
    }
    if (!(factor >= 1 && factor <= 100)) {
      throw new IllegalArgumentException("factor must be 1 to 100; was " + factor);
    }
    if (!(jitter >= 0 && jitter <= 10)) {
      throw new IllegalArgumentException("jitter must be 0 to 10; was " + jitter);
    }
  }

  /**
   * The same from another first delay.
   *
   * @param delay the first delay
   * @return the new strategy
   */
  public Backoff withFirst(Duration delay) {
    return new Backoff(delay, longest, factor, jitter, healthyAfter);
  }

  /**
   * The same up to another longest delay.
   *
   * @param delay the longest delay
   * @return the new strategy
   */
  public Backoff withLongest(Duration delay) {
    return new Backoff(first, delay, factor, jitter, healthyAfter);
  }

  @Override
  public Duration delay(int attempt, Duration asked, double random) {
    double base = (double) (asked.isNegative() ? first : clamp(asked)).toMillis();
    double grown = base * Math.pow(factor, Math.min(attempt - 1, 1000));
    double delay = Math.max(base, Math.min((double) longest.toMillis(), grown));
    return Duration.ofMillis((long) (delay * (1 + jitter * random)));
  }

  private static Duration clamp(Duration asked) {
    if (asked.compareTo(LEAST_ASKED) < 0) {
      return LEAST_ASKED;
    }
    return asked.compareTo(MOST_ASKED) > 0 ? MOST_ASKED : asked;
  }
}
