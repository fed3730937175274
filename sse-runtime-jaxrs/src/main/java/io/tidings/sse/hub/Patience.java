package io.tidings.sse.hub;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Says how long clients that are turned away stay away: longer each time that they come back in
 * vain, and each a different time. Remembers the last few thousand. Safe for any thread.
 */
final class Patience {

  private static final Duration SHORTEST = Duration.ofSeconds(30);

  /** Delays double this often: from 30 to 60 seconds at first, to 4 to 8 minutes in the end. */
  private static final int MOST_DOUBLINGS = 3;

  /** Twice the longest delay: who has not come for so long is somebody new. */
  private static final Duration MEMORY = Duration.ofMinutes(16);

  private static final int MOST_REMEMBERED = 4096;

  /** How often a client came in vain, and when it did last. */
  private record Visits(int count, long nanos) {}

  /** The least recent first, which is forgotten first. */
  private final Map<String, Visits> visits = new LinkedHashMap<>();

  private final ReentrantLock lock = new ReentrantLock();

  /**
   * How long this client is to stay away.
   *
   * @param client tells it from others; those that cannot be told apart wait together
   * @param random from 0 to 1
   */
  Duration delay(String client, long now, double random) {
    return delay(Math.min(MOST_DOUBLINGS, before(client, now)), random);
  }

  /** How long somebody is to stay away who is not remembered. */
  static Duration first(double random) {
    return delay(0, random);
  }

  private static Duration delay(int doublings, double random) {
    long shortest = SHORTEST.toMillis() << doublings;
    return Duration.ofMillis(shortest + (long) (shortest * random));
  }

  private int before(String client, long now) {
    lock.lock();
    try {
      Visits known = visits.remove(client);
      int count = known == null || now - known.nanos() > MEMORY.toNanos() ? 0 : known.count();
      visits.put(client, new Visits(count + 1, now));
      if (visits.size() > MOST_REMEMBERED) {
        visits.remove(visits.keySet().iterator().next());
      }
      return count;
    } finally {
      lock.unlock();
    }
  }

  /** This client was let in. */
  void forget(String client) {
    lock.lock();
    try {
      visits.remove(client);
    } finally {
      lock.unlock();
    }
  }

  int remembered() {
    lock.lock();
    try {
      return visits.size();
    } finally {
      lock.unlock();
    }
  }
}
