package io.tidings.sse.transport;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets few connections be opened at once, because thousands that come back at the same time would
 * take the processors from those that are there. Safe for any thread.
 */
final class Turnstile {

  private final Semaphore places;
  private final Duration patience;
  private final RightOfWay rightOfWay;

  /**
   * A turnstile that nobody has passed.
   *
   * @param places how many it lets through at once
   * @param patience how long somebody waits for a place that is stuck in code of somebody else
   */
  Turnstile(int places, Duration patience, RightOfWay rightOfWay) {
    this.patience = patience;
    this.places = new Semaphore(places, true);
    this.rightOfWay = rightOfWay;
  }

  /** Opens a connection when it is its turn, on the calling thread. */
  void pass(Runnable opening) {
    boolean isIn = enter();
    try {
      rightOfWay.give();
      opening.run();
    } finally {
      if (isIn) {
        places.release();
      }
    }
  }

  private boolean enter() {
    try {
      return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
