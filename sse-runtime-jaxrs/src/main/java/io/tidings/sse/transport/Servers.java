package io.tidings.sse.transport;

import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The servers that connections of a hub have come from, for as long as they live: a hub may outlive
 * many. Safe for any thread.
 */
final class Servers {

  private final ReentrantLock lock = new ReentrantLock();

  // Used only under the lock.
  private final Map<Object, Boolean> known = new WeakHashMap<>();

  /** Whether this is the first time that a connection comes from this server. */
  boolean isNew(Object server) {
    lock.lock();
    try {
      return known.put(server, Boolean.TRUE) == null;
    } finally {
      lock.unlock();
    }
  }
}
