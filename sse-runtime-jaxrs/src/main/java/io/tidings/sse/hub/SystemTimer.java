package io.tidings.sse.hub;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The timer of a hub in service: one thread, started by its first task. */
final class SystemTimer implements Timer {

  private final ScheduledThreadPoolExecutor executor;
  private final Consumer<Throwable> failures;

  SystemTimer(ThreadFactory threads, Consumer<Throwable> failures) {
    this.executor = new ScheduledThreadPoolExecutor(1, threads, new DiscardPolicy());
    this.executor.setRemoveOnCancelPolicy(true);
    this.failures = failures;
  }

  @Override
  public void every(Duration period, Runnable task) {
    long nanos = period.toNanos();
    var unused = executor.scheduleWithFixedDelay(guarded(task), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void after(Duration delay, Runnable task) {
    var unused = executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (Throwable failure) {
        failures.accept(failure); // an escaped failure would end every later run
      }
    };
  }
}
