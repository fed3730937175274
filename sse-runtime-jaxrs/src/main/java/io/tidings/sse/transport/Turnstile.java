package io.tidings.sse.transport;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets few connections be opened at once, and not too fast one after the other, because thousands
 * that come back at the same time would take the processors from those that are there. Safe for any
 * thread.
 */
final class Turnstile {

  private final Semaphore places;
  private final long patience;
  private final RightOfWay rightOfWay;
  private final CrowdPace pace;
  private final AtomicInteger line = new AtomicInteger();

  /**
   * A turnstile that nobody has passed.
   *
   * @param places how many it lets through at once
   * @param patience how long somebody waits for a place that is stuck in code of somebody else,
   *     beside what the pace takes
   */
  Turnstile(int places, Duration patience, RightOfWay rightOfWay, CrowdPace pace) {
    this.places = new Semaphore(places, true);
    this.patience = patience.toNanos();
    this.rightOfWay = rightOfWay;
    this.pace = pace;
  }

  /** Whether somebody waits for a place. */
  boolean hasLine() {
    return line.get() > 0;
  }

  /** Opens a connection when it is its turn, on the calling thread. */
  void pass(Runnable opening) {
    boolean isIn = enter();
    try {
      long cameAt = pace.now();
      rightOfWay.give();
      opening.run();
      if (isIn && hasLine()) {
        pace.keep(cameAt);
      }
    } finally {
      if (isIn) {
        places.release();
      }
    }
  }

  private boolean enter() {
    long longest = patience + pace.delay(line.incrementAndGet());
    try {
      return places.tryAcquire(longest, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      line.decrementAndGet();
    }
  }
}
