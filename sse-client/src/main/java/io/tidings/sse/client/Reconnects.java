package io.tidings.sse.client;

import java.time.Duration;
import java.util.Optional;

/** Counts attempts and knows how long to wait before the next one. Used by one thread. */
final class Reconnects {

  private static final Duration NOT_ASKED = Duration.ofMillis(-1);

  private final RetryStrategy strategy;
  private final Timing timing;
  private int attempts;
  private Duration asked = NOT_ASKED;
  private boolean open;
  private long openedAt;

  Reconnects(RetryStrategy strategy, Timing timing) {
    this.strategy = strategy;
    this.timing = timing;
  }

  void opened() {
    open = true;
    openedAt = timing.nanoTime().getAsLong();
  }

  /** The server sent {@code retry:}. */
  void asked(Duration delay) {
    asked = delay;
  }

  /** A connection, or the attempt at one, is over; a healthy one makes the count start anew. */
  void ended() {
    long healthy = Timing.nanos(strategy.healthyAfter());
    if (open && timing.nanoTime().getAsLong() - openedAt >= healthy) {
      attempts = 0;
    }
    open = false;
    attempts++;
  }

  /** How many attempts are behind us since the last healthy connection. */
  int attempts() {
    return attempts;
  }

  /** How long to wait now; what {@code Retry-After} said is the least, within reason. */
  Duration delay(Optional<Duration> retryAfter) {
    Duration delay = strategy.delay(attempts, asked, timing.random().getAsDouble());
    Duration least = retryAfter.orElse(Duration.ZERO);
    least = least.compareTo(Backoff.MOST_ASKED) > 0 ? Backoff.MOST_ASKED : least;
    return delay.compareTo(least) < 0 ? least : delay;
  }
}
