package io.tidings.sse.hub;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which the filters of one hub run; there are none while nothing is filtered. Takes
 * one task of each subscription at a time, from any thread, without ever blocking it.
 */
final class FilterThreads implements Executor, AutoCloseable {

  /** So many filters may be stuck before other readers notice. */
  private static final int MOST = 16;

  private final ThreadPoolExecutor pool;

  FilterThreads(ThreadFactory threads) {
    this.pool =
        new ThreadPoolExecutor(
            MOST, MOST, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
    pool.allowCoreThreadTimeOut(true);
    pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // the hub is closed
  }

  /** Whether tasks wait because every thread is at work. */
  boolean isBehind() {
    return pool.getActiveCount() == MOST && !pool.getQueue().isEmpty();
  }

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  /** Interrupts what is still at work. */
  @Override
  public void close() {
    pool.shutdownNow();
  }
}
