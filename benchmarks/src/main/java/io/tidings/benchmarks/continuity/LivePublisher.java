package io.tidings.benchmarks.continuity;

import io.tidings.benchmarks.process.RowProcess;
import io.tidings.benchmarks.process.RunFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has a server publish at a rate until it is told to stop; meanwhile nobody else asks it. Closing
 * it, whatever has happened to the readers, ends it before the server.
 */
final class LivePublisher implements AutoCloseable {

  private static final Duration STEP = Duration.ofMillis(500);

  private final AtomicBoolean running = new AtomicBoolean(true);
  private final CompletableFuture<Long> published;

  private LivePublisher(RowProcess server, int rate) {
    this.published = CompletableFuture.supplyAsync(() -> publish(server, rate));
  }

  static LivePublisher start(RowProcess server, int rate) {
    return new LivePublisher(server, rate);
  }

  private long publish(RowProcess server, int rate) {
    long events = 0;
    while (running.get()) {
      events += server.publishPaced(rate, STEP).number("planned");
    }
    return events;
  }

  /** Ends it, and says how many events there were. */
  long stop() {
    running.set(false);
    try {
      return published.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RunFailure cause ? cause : failure;
    }
  }

  /** Ends it; what it failed with, if it did, is of no interest to whoever does not ask. */
  @Override
  public void close() {
    running.set(false);
    var unused = published.handle((events, failure) -> events).join();
  }
}
