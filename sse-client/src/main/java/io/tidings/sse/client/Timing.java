package io.tidings.sse.client;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Where time and chance come from. */
record Timing(LongSupplier nanoTime, Clock clock, DoubleSupplier random, Pause pause) {

  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  static final Timing REAL =
      new Timing(
          System::nanoTime,
          Clock.systemUTC(),
          () -> ThreadLocalRandom.current().nextDouble(),
          Condition::awaitNanos);

  /** A duration in nanoseconds; as many as can be when it is longer than three centuries. */
  static long nanos(Duration duration) {
    return duration.compareTo(LONGEST) > 0 ? Long.MAX_VALUE : duration.toNanos();
  }

  /** Waits on a condition like {@link Condition#awaitNanos}, between two attempts. */
  @FunctionalInterface
  interface Pause {
    long await(Condition condition, long nanos) throws InterruptedException;
  }
}
