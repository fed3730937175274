package io.tidings.sse.transport;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The pumps of one delivery that have not ended. Safe for any thread. */
final class OpenPumps {

  private final Set<Pump> all = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition oneLess = lock.newCondition();

  // Written under the lock; read by any thread.
  private volatile int waiting;

  void add(Pump pump) {
    all.add(pump);
  }

  void remove(Pump pump) {
    all.remove(pump);
    if (waiting > 0) {
      lock.lock();
      try {
        oneLess.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  Collection<Pump> all() {
    return all;
  }

  /** Waits until all of these have ended, but no longer than this. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer at a time: the holder of the lock
  void awaitEnd(List<Pump> pumps, Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    waiting++; // before the first look, or an end in between would not be told
    try {
      while (left > 0 && pumps.stream().anyMatch(all::contains)) {
        left = oneLess.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting--;
      lock.unlock();
    }
  }
}
