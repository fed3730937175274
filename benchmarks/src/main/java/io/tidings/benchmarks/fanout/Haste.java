package io.tidings.benchmarks.fanout;

import io.tidings.benchmarks.Budget;
import java.time.Duration;

/**
 * Shortens the measurements of a round when the time would not suffice for all: a short one says
 * more than none.
 */
final class Haste {

  private static final Duration SHORTEST = Duration.ofMillis(300);

  // Connecting, warming up and letting go of a thousand readers, until it is known better.
  private static final Duration BESIDE = Duration.ofMillis(2_500);

  private final Budget budget;
  private final Duration before;
  private int ahead;
  private int done;
  private Duration measured = Duration.ZERO;

  /** For so many measurements. */
  Haste(Budget budget, int measurements) {
    this.budget = budget;
    this.before = budget.left();
    this.ahead = measurements;
  }

  /** The next load as long as it can be. */
  Load next(Load load) {
    Duration possible = budget.left().dividedBy(ahead--).minus(beside());
    Duration time = possible.compareTo(load.time()) < 0 ? possible : load.time();
    Duration bounded = time.compareTo(SHORTEST) < 0 ? SHORTEST : time;
    done++;
    measured = measured.plus(bounded);
    return load.during(bounded);
  }

  private Duration beside() {
    return done == 0 ? BESIDE : before.minus(budget.left()).minus(measured).dividedBy(done);
  }
}
