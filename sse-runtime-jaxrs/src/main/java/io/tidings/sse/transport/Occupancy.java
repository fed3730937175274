package io.tidings.sse.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps a container from using a failed response for its next request while a thread of ours is
 * still in it: Tomcat does so at once, and the next request then inherits the failure.
 */
public final class Occupancy {

  /** A write that has failed does not stay that long. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final ReentrantLock lock = new ReentrantLock();

  // Written by the container, when it has failed.
  private volatile boolean vacated;

  Occupancy() {}

  /**
   * Goes in, to leave soon. False when the response is the container's again.
   *
   * @return whether the caller is in
   */
  public boolean enter() {
    lock.lock();
    if (vacated) {
      lock.unlock();
      return false;
    }
    return true;
  }

  /** Goes out; by the thread that went in. */
  public void leave() {
    lock.unlock();
  }

  /** The container takes the response back as soon as nobody is in it. */
  public void vacate() {
    vacated = true;
    try {
      if (lock.tryLock(LONGEST.toNanos(), TimeUnit.NANOSECONDS)) {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
