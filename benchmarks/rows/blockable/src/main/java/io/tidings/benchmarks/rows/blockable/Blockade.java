package io.tidings.benchmarks.rows.blockable;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where user code is stuck until it is let go, and for two minutes at most. Safe for any thread.
 */
final class Blockade {

  private static final int SECONDS = 120;

  private static final AtomicReference<CountDownLatch> LATCH =
      new AtomicReference<>(new CountDownLatch(1));
  private static final AtomicInteger STUCK = new AtomicInteger();

  private Blockade() {}

  /** Blocks the caller, as a slow database would. */
  static void block() {
    STUCK.incrementAndGet();
    try {
      LATCH.get().await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      STUCK.decrementAndGet();
    }
  }

  /** Lets go of everybody, and says whether anybody was stuck. */
  static boolean lift() {
    boolean wasHeld = STUCK.get() > 0;
    LATCH.getAndSet(new CountDownLatch(1)).countDown();
    return wasHeld;
  }
}
