package io.tidings.sse.hub;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a hub takes from outside: time, chance and threads. A test brings its own.
 *
 * @param nanoTime a clock that only rises, whatever is done to the machine's time
 * @param random numbers from 0 to 1, for jitter
 * @param tokens short texts that were never made before, for epochs and client ids
 * @param threads makes the hub's daemon threads
 * @param timer makes the hub's timer; what its tasks throw goes to the consumer
 * @param shards how many threads deliver
 */
public record HubEnvironment(
    LongSupplier nanoTime,
    DoubleSupplier random,
    Supplier<String> tokens,
    ThreadFactory threads,
    Function<Consumer<Throwable>, Timer> timer,
    int shards) {

  /** Checks the figures. */
  public HubEnvironment {
    if (shards < 1) {
      throw new IllegalArgumentException("shards must be at least 1; was " + shards);
    }
  }

  /**
   * The machine's own clock, daemon threads, and one delivery thread for each processor.
   *
   * @return a new environment
   */
  public static HubEnvironment system() {
    ThreadFactory threads = daemons(new AtomicInteger());
    return new HubEnvironment(
        System::nanoTime,
        () -> ThreadLocalRandom.current().nextDouble(),
        new Tokens(),
        threads,
        failures -> new SystemTimer(threads, failures),
        Runtime.getRuntime().availableProcessors());
  }

  /**
   * The same environment with this many delivery threads.
   *
   * @param shards how many threads deliver, at least 1
   * @return a new environment
   */
  public HubEnvironment withShards(int shards) {
    return new HubEnvironment(nanoTime, random, tokens, threads, timer, shards);
  }

  private static ThreadFactory daemons(AtomicInteger number) {
    return task -> {
      Thread thread = new Thread(task, "tidings-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
