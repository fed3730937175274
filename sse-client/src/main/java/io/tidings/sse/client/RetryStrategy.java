package io.tidings.sse.client;

import java.time.Duration;

/** Says how long to wait before a connection is opened again. A value. */
@FunctionalInterface
public interface RetryStrategy {

  /**
   * The next delay.
   *
   * @param attempt which attempt it is since the last healthy connection, from 1
   * @param asked what the server asked for by {@code retry:}; negative when it did not
   * @param random a number from 0 to below 1
   * @return how long to wait
   */
  Duration delay(int attempt, Duration asked, double random);

  /**
   * How long a connection must have been open for the count of attempts to start anew.
   *
   * @return a minute, if not overridden
   */
  default Duration healthyAfter() {
    return Duration.ofMinutes(1);
  }
}
