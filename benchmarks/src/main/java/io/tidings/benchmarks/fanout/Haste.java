package io.tidings.benchmarks.fanout;

import io.tidings.benchmarks.Budget;
import java.time.Duration;

/**
 * Shortens the measurements of a round when the time would not suffice for all: a short one says
 * more than none.
 */
final class Haste {

  private static final Duration SHORTEST = Duration.ofMillis(300);

  private final Budget budget;
  private final Kind starts;
  private final Kind others;
  private Runnable settle = () -> {};

  /** For so many measurements, so many of which start their server first. */
  Haste(Budget budget, int measurements, int starts) {
    this.budget = budget;
    this.starts = new Kind(starts, Duration.ofSeconds(6));
    this.others = new Kind(measurements - starts, Duration.ofMillis(2_500));
  }

  /** The next load as long as it can be; the one before is over. */
  Load next(Load load, boolean starts) {
    settle.run();
    Duration forMeasuring = budget.left().minus(this.starts.beside()).minus(others.beside());
    Duration possible = forMeasuring.dividedBy(Math.max(1, this.starts.ahead + others.ahead));
    Duration time = possible.compareTo(load.time()) < 0 ? possible : load.time();
    Duration bounded = time.compareTo(SHORTEST) < 0 ? SHORTEST : time;
    Kind kind = starts ? this.starts : others;
    kind.begin();
    Duration before = budget.left();
    settle = () -> kind.end(before.minus(budget.left()).minus(bounded));
    return load.during(bounded);
  }

  /**
   * Measurements that have as much to do beside what is measured: connecting, warming up and
   * letting go of a thousand readers, and, if it is a server's first, starting it.
   */
  private static final class Kind {

    private final Duration guess;
    private int ahead;
    private int done;
    private Duration sum = Duration.ZERO;

    Kind(int ahead, Duration guess) {
      this.ahead = ahead;
      this.guess = guess;
    }

    void begin() {
      ahead = Math.max(0, ahead - 1);
    }

    /** What was not measured at all says nothing. */
    void end(Duration beside) {
      if (!beside.isNegative()) {
        done++;
        sum = sum.plus(beside);
      }
    }

    /** What those ahead will take beside what is measured. */
    Duration beside() {
      return (done == 0 ? guess : sum.dividedBy(done)).multipliedBy(ahead);
    }
  }
}
