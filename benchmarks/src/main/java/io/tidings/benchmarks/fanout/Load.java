package io.tidings.benchmarks.fanout;

import java.time.Duration;
import java.util.List;

/** What is put on a server in one measurement; the rate is of no meaning where a window rules. */
record Load(Mode mode, int readers, int rate, Duration time) {

  private static final int MANY = 1_000;
  private static final int FEW = 20;
  private static final int FEW_RATE = 4_000;
  private static final int CALM = 50;

  /** What a quick run measures. */
  static List<Load> quick(Duration time) {
    return List.of(
        new Load(Mode.LOCKSTEP, MANY, 0, time),
        new Load(Mode.SATURATED, MANY, 0, time),
        new Load(Mode.PACED, MANY, CALM, time));
  }

  /** What a full run measures. */
  static List<Load> full(Duration time) {
    return List.of(
        new Load(Mode.LOCKSTEP, MANY, 0, time),
        new Load(Mode.SATURATED, MANY, 0, time),
        new Load(Mode.PACED, MANY, CALM, time),
        new Load(Mode.PACED, MANY, 200, time),
        new Load(Mode.PACED, MANY, 500, time),
        new Load(Mode.PACED, MANY, 2_000, time),
        new Load(Mode.PACED, MANY / 10, CALM, time),
        new Load(Mode.PACED, FEW, FEW_RATE, time),
        new Load(Mode.STUCK, FEW, FEW_RATE, time),
        new Load(Mode.CHURN, MANY, MANY, time),
        new Load(Mode.PACED, 10 * MANY, 10, time),
        new Load(Mode.PACED, 50 * MANY, 10, time));
  }

  /** The same for another time. */
  Load during(Duration other) {
    return new Load(mode, readers, rate, other);
  }

  /** What to publish a second before it is measured: not more than every server can bear. */
  int warmUpRate() {
    return Math.min(rate, CALM);
  }

  /** Whether it is one of the loads that rise until a server can follow no more. */
  boolean isRising() {
    return mode == Mode.PACED && readers == MANY;
  }

  /** Whether others have a figure for it: what is left are bounds that we set for ourselves. */
  boolean isForPeers() {
    return readers == MANY && mode != Mode.CHURN;
  }

  /** How many of the readers never read. */
  int stuck() {
    return mode == Mode.STUCK ? 1 : 0;
  }

  /** How many readers are measured. */
  int steady() {
    return readers - stuck();
  }

  /**
   * Of how many readers one is asked for latencies: they cost the client most when it has least.
   */
  int every() {
    return mode == Mode.SATURATED ? 16 : 1;
  }

  @Override
  public String toString() {
    String what = mode.text() + ", " + readers + " readers";
    return mode.window() > 0 ? what : what + ", " + rate + "/s";
  }
}
