package io.tidings.sse.transport;

import io.tidings.sse.hub.HubEnvironment;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Threads for readers that still get what they have missed, one turn after the other. They are half
 * as many as lanes, and let lanes that deliver go first, so that what is new does not wait for what
 * is old. Safe for any thread.
 */
final class CatchUp {

  private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);

  private final RightOfWay rightOfWay;
  private final Consumer<Throwable> failures;
  private final ThreadPoolExecutor threads;
  private final ThreadLocal<Batch> batches = ThreadLocal.withInitial(Batch::new);

  CatchUp(HubEnvironment environment, RightOfWay rightOfWay, Consumer<Throwable> failures) {
    this.rightOfWay = rightOfWay;
    this.failures = failures;
    int size = Math.max(1, environment.shards() / 2);
    this.threads =
        new ThreadPoolExecutor(
            size,
            size,
            LONGEST_IDLE.toNanos(),
            TimeUnit.NANOSECONDS,
            new LinkedBlockingQueue<>(),
            environment.threads());
    threads.allowCoreThreadTimeOut(true);
  }

  /** Runs a turn after those that wait already, with a batch of its thread. Never blocks. */
  @SuppressWarnings("EmptyCatch") // a hub that has closed has cut its readers
  void execute(Consumer<Batch> turn) {
    try {
      threads.execute(() -> run(turn));
    } catch (RejectedExecutionException closed) {
      // Nobody reads any more.
    }
  }

  private void run(Consumer<Batch> turn) {
    rightOfWay.give();
    try {
      turn.accept(batches.get());
    } catch (Throwable failure) {
      failures.accept(failure); // one reader's failure must not end the thread of the others
    }
  }

  void close() {
    threads.shutdownNow();
  }
}
