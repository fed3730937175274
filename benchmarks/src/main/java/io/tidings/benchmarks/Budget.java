package io.tidings.benchmarks;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that a run may take, spent in rounds that are assumed to take equally long. */
public final class Budget {

  private final LongSupplier clock;
  private final long end;
  private final int most;
  private long began;
  private int rounds;

  /** A budget from now on, by a clock of nanoseconds, with a bound for the rounds. */
  public Budget(LongSupplier clock, Duration time, int most) {
    this.clock = clock;
    this.end = clock.getAsLong() + time.toNanos();
    this.most = most;
  }

  /** What is left. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - clock.getAsLong()));
  }

  /** Whether the time is over. */
  public boolean spent() {
    return clock.getAsLong() >= end;
  }

  /** Whether another round fits, if it takes as long as the last; the first always fits. */
  public boolean allowsRound() {
    long now = clock.getAsLong();
    return rounds == 0 || (rounds < most && now + (now - began) <= end);
  }

  /** A round begins. */
  public void beginRound() {
    began = clock.getAsLong();
    rounds++;
  }
}
