package io.tidings.sse.transport;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The pumps of one delivery that have not ended. Safe for any thread. */
final class OpenPumps {

  /** Each with the application that it belongs to. */
  private final Map<Pump, Object> all = new ConcurrentHashMap<>();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Written under the lock; read by any thread.
  private volatile int waiting;

  void add(Pump pump, Object application) {
    all.put(pump, application);
  }

  void remove(Pump pump) {
    all.remove(pump);
    tell();
  }

  /** A pump has less to do than before. */
  void tell() {
    if (waiting > 0) {
      lock.lock();
      try {
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  Collection<Pump> all() {
    return all.keySet();
  }

  List<Pump> of(Object application) {
    return all.entrySet().stream()
        .filter(open -> open.getValue() == application)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Waits until each of these has ended or has no more to say, but no longer than this. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer at a time: the holder of the lock
  void awaitRest(List<Pump> pumps, Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    waiting++; // before the first look, or an end in between would not be told
    try {
      while (left > 0 && pumps.stream().anyMatch(this::hasMoreToSay)) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting--;
      lock.unlock();
    }
  }

  private boolean hasMoreToSay(Pump pump) {
    return all.containsKey(pump) && !pump.hasSaidAll();
  }
}
