package io.tidings.sse.hub;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Threads on which sources are asked, and a watch that ends what takes too long. A few threads do;
 * each that is stuck in a source gets a replacement, up to a bound. Safe for any thread.
 */
final class SourceCalls {

  private static final Duration WATCH = Duration.ofMillis(100);
  private static final int USUAL = 16;

  /** A bound for the worst case; beyond it, calls wait for a stuck one's patience. */
  private static final int MOST = 512;

  private final HubEnvironment environment;
  private final Timer timer;
  private final ThreadPoolExecutor threads;
  private final Set<SourceCall> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean watching = new AtomicBoolean();

  SourceCalls(HubEnvironment environment, Timer timer) {
    this.environment = environment;
    this.timer = timer;
    this.threads =
        new ThreadPoolExecutor(
            MOST, MOST, 2, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), environment.threads());
    threads.setCorePoolSize(USUAL);
    threads.allowCoreThreadTimeOut(true);
    threads.setRejectedExecutionHandler((task, pool) -> {}); // the hub has closed
  }

  /** Has a source asked soon. */
  void start(SourceCall call) {
    call.askedAt(now());
    open.add(call);
    threads.execute(() -> run(call));
    keepWatch();
  }

  /** Runs what is the application's, and what it may do slowly. */
  void execute(Runnable task) {
    threads.execute(task);
  }

  private void run(SourceCall call) {
    try {
      call.startedAt(now());
      call.run();
    } finally {
      open.remove(call);
    }
  }

  int underWay() {
    return open.size();
  }

  private void keepWatch() {
    if (!watching.get() && watching.compareAndSet(false, true)) {
      timer.after(WATCH, this::watch);
    }
  }

  private void watch() {
    watching.set(false);
    long now = now();
    int slow = 0;
    for (SourceCall call : open) {
      slow += call.isSlow(now, WATCH) ? 1 : 0;
      call.tick(now);
    }
    int size = Math.min(MOST, USUAL + slow);
    if (size != threads.getCorePoolSize()) {
      threads.setCorePoolSize(size);
    }
    if (!open.isEmpty()) {
      keepWatch();
    }
  }

  private long now() {
    return environment.nanoTime().getAsLong();
  }

  /** Interrupts every source, and asks none any more. */
  void close() {
    threads.shutdown();
    open.forEach(SourceCall::abandon);
  }
}
