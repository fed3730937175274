package io.tidings.sse.client;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Closes or restarts a running stream from any thread, whatever it is waiting for. */
final class RunSwitch {

  private final Timing.Pause pause;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Written under the lock by any thread.
  private volatile boolean closed;
  private volatile boolean restart;
  private @Nullable Runnable cancel;

  RunSwitch(Timing.Pause pause) {
    this.pause = pause;
  }

  void close() {
    Runnable current;
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      current = cancel;
    } finally {
      lock.unlock();
    }
    run(current);
  }

  void restart() {
    Runnable current;
    lock.lock();
    try {
      restart = true;
      changed.signalAll();
      current = cancel;
    } finally {
      lock.unlock();
    }
    run(current);
  }

  boolean isClosed() {
    return closed;
  }

  /** Whether what is under way must be left. */
  boolean isInterrupted() {
    return closed || restart;
  }

  /** A new attempt starts: earlier wishes for one are fulfilled. */
  void startAttempt() {
    restart = false;
  }

  /** Says how to end what is under way; it ends at once when that is wanted already. */
  void underWay(Runnable cancellation) {
    lock.lock();
    try {
      cancel = cancellation;
    } finally {
      lock.unlock();
    }
    if (isInterrupted()) {
      cancellation.run();
    }
  }

  void nothingUnderWay() {
    lock.lock();
    try {
      cancel = null;
    } finally {
      lock.unlock();
    }
  }

  /** Waits that long, or until somebody closes or restarts. */
  void pause(Duration delay) throws InterruptedException {
    lock.lock();
    try {
      long left = Timing.nanos(delay);
      while (left > 0 && !isInterrupted()) {
        left = pause.await(changed, left);
      }
    } finally {
      lock.unlock();
    }
  }

  private static void run(@Nullable Runnable cancellation) {
    if (cancellation != null) {
      cancellation.run();
    }
  }
}
