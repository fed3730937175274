package io.tidings.sse.hub;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells a listener what happens, on a thread of its own that starts with the first notice and ends
 * when there are none. Safe for any thread; never blocks.
 */
final class Notices {

  /** Frequent notices are left out while this many wait, so that a stuck listener costs little. */
  private static final int MOST_WAITING = 10_000;

  private final @Nullable HubListener listener;
  private final LinkedBlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final ThreadPoolExecutor executor;
  private final LongAdder left = new LongAdder();

  Notices(@Nullable HubListener listener, ThreadFactory threads) {
    this.listener = listener;
    this.executor = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, waiting, threads);
    this.executor.allowCoreThreadTimeOut(true);
    this.executor.setRejectedExecutionHandler((task, pool) -> left.increment());
  }

  /** Whether anyone listens: ask before making a frequent notice. */
  boolean areWanted() {
    return listener != null;
  }

  /** A notice that must not be lost. */
  void tell(Consumer<HubListener> notice) {
    HubListener told = listener;
    if (told != null) {
      executor.execute(() -> deliver(notice, told));
    }
  }

  /** A notice that may be left out when too many wait. */
  void tellIfRoom(Consumer<HubListener> notice) {
    if (waiting.size() < MOST_WAITING) {
      tell(notice);
    } else {
      left.increment();
    }
  }

  /** How many notices were left out. */
  long leftOut() {
    return left.sum();
  }

  private void deliver(Consumer<HubListener> notice, HubListener told) {
    try {
      notice.accept(told);
    } catch (Throwable failure) {
      left.increment(); // the listener's own failure is nobody else's concern
    }
  }

  /** Delivers what waits, and takes nothing more. */
  void close() {
    executor.shutdown();
  }
}
