package io.tidings.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one thread that all readers share. */
final class ReaderLoop implements Runnable {

  private static final long SOON_MS = 1;
  private static final long LATER_MS = 500;
  private static final int PATIENCE_S = 20;

  private final Selector selector;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  // Only the loop's thread.
  private @Nullable Crowd crowd;

  ReaderLoop() throws IOException {
    selector = Selector.open();
  }

  @Override
  public void run() {
    try {
      while (true) {
        round();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void round() throws IOException {
    Crowd served = crowd;
    if (served == null) {
      selector.select();
    } else {
      selector.select(served::serve, served.busy() ? SOON_MS : LATER_MS);
      served.tick();
    }
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  /** Opens the readers of a measurement; those of the one before must be closed. */
  Crowd open(Target target) {
    return call(
        () -> {
          try {
            Crowd opened = new Crowd(selector, target);
            crowd = opened;
            return opened;
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }

  /** Closes all readers. */
  void close() {
    call(
        () -> {
          if (crowd != null) {
            crowd.close();
          }
          crowd = null;
          return true;
        });
  }

  /** Does something on the loop's thread and waits for it. Any other thread. */
  <T> T call(Supplier<T> task) {
    CompletableFuture<T> done = new CompletableFuture<>();
    tasks.add(() -> complete(done, task));
    selector.wakeup();
    return done.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
  }

  private static <T> void complete(CompletableFuture<T> done, Supplier<T> task) {
    try {
      done.complete(task.get());
    } catch (RuntimeException failure) {
      done.completeExceptionally(failure);
    }
  }
}
