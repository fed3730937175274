package io.tidings.sse.hub;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * One listener and the notices that wait for it, told on a thread of its own that starts with the
 * first notice and ends when there are none. Safe for any thread; never blocks.
 */
final class Listening {

  /** Frequent notices are left out while this many wait, so that a stuck listener costs little. */
  private static final int MOST_WAITING = 10_000;

  private final HubListener listener;
  private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final ThreadPoolExecutor executor;
  private final LongAdder left = new LongAdder();

  Listening(HubListener listener, ThreadFactory threads) {
    this.listener = listener;
    this.executor = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, waiting, threads);
    this.executor.allowCoreThreadTimeOut(true);
    this.executor.setRejectedExecutionHandler((task, pool) -> left.increment());
  }

  /** A notice that must not be lost. */
  void tell(Consumer<HubListener> notice) {
    Runnable told = () -> deliver(notice);
    try {
      executor.execute(told);
    } catch (OutOfMemoryError noThread) {
      waiting.add(told); // whoever tells something must not fail; the next thread delivers it, too
    }
  }

  /** A notice that may be left out when too many wait. */
  void tellIfRoom(Consumer<HubListener> notice) {
    if (isBehind()) {
      left.increment();
    } else {
      tell(notice);
    }
  }

  /** Whether so many notices wait that frequent ones are left out. */
  boolean isBehind() {
    return waiting.size() >= MOST_WAITING;
  }

  /** How many notices were left out. */
  long leftOut() {
    return left.sum();
  }

  private void deliver(Consumer<HubListener> notice) {
    try {
      notice.accept(listener);
    } catch (Throwable failure) {
      left.increment(); // the listener's own failure is nobody else's concern
    }
  }

  /** Delivers what waits, and takes nothing more. */
  void close() {
    if (!waiting.isEmpty()) {
      tell(listener -> {}); // for there may be no thread
    }
    executor.shutdown();
  }

  @Override
  public String toString() {
    return listener.getClass().getName();
  }
}
