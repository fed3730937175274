package io.tidings.sse.history.sqlite;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Lets so many go on in a second, all threads together, until it is over. */
final class Pace {

  private Pace() {}

  static BooleanSupplier of(int perSecond, AtomicBoolean running) {
    long began = System.nanoTime();
    AtomicLong gone = new AtomicLong();
    return () -> {
      long due = began + gone.incrementAndGet() * 1_000_000_000L / perSecond;
      long left = due - System.nanoTime();
      while (left > 0 && running.get()) {
        LockSupport.parkNanos(left);
        left = due - System.nanoTime();
      }
      return running.get();
    };
  }
}
