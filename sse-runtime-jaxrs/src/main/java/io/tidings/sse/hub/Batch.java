package io.tidings.sse.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Events that are stored together, and the publishers that wait for it. */
final class Batch {

  // Filled under the lock of Commits, then used by the storing thread alone.
  final List<Draft> drafts = new ArrayList<>();

  private final CountDownLatch done = new CountDownLatch(1);

  /** Every draft has its outcome. */
  void done() {
    done.countDown();
  }

  /** Waits for the outcome, whoever interrupts; says whether there is one. */
  boolean await(Duration patience) {
    boolean interrupted = false;
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (true) {
        try {
          return done.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
