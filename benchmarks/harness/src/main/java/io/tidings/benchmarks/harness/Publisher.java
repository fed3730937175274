package io.tidings.benchmarks.harness;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Publishes stamped events at a rate or against the readers' reports, and counts what that cost.
 */
final class Publisher {

  private static final long GRACE = TimeUnit.SECONDS.toNanos(1);

  /** What is published at once after the machine stood still; a quarter of a default lag. */
  private static final int BURST = 256;

  /** As long as one of ours: peers send it, our rows one that their hub has made. */
  private static final String EPOCH = "0yjgylzqpxsoi-";

  private final RowServer server;
  private final Acks acks;
  private final Payload payload = new Payload();

  // Only the thread that publishes.
  private long sequence;
  private long published; // by this process, as our ids count
  private long spent;
  private long spentCpu;
  private long began;

  Publisher(RowServer server, Acks acks) {
    this.server = server;
    this.acks = acks;
  }

  /** Begins again at sequence one, for new readers. */
  void restart() throws IOException {
    sequence = 0;
    acks.restart();
  }

  /** Publishes until the time is over, never more than {@code window} events ahead of a reader. */
  Message windowed(int window, long millis) throws IOException {
    long first = begin();
    long end = began + TimeUnit.MILLISECONDS.toNanos(millis);
    boolean moving = true;
    while (moving && System.nanoTime() < end) {
      if (sequence - acks.newest() < window || acks.await(sequence - window + 1)) {
        publish(System.nanoTime());
      } else {
        moving = false;
      }
    }
    return report(sequence - first, sequence - first).with("stalled", !moving);
  }

  /**
   * Publishes so many events a second, each stamped with the time at which it was due, so that a
   * publisher that falls behind shows as latency. After a long halt it catches up half as fast
   * again, because one burst of everything would measure what a reader may lag, and nothing else.
   */
  Message paced(long rate, long millis) {
    long first = begin();
    long planned = Math.max(1, rate * millis / 1_000);
    long end = began + TimeUnit.MILLISECONDS.toNanos(millis) + GRACE;
    long quickest = BURST * TimeUnit.SECONDS.toNanos(2) / rate / 3;
    long burstBegan = began - quickest;
    for (long i = 0; i < planned && System.nanoTime() < end; i++) {
      long due = began + i * TimeUnit.SECONDS.toNanos(1) / rate;
      awaitTime(due);
      if (i % BURST == 0) { // a wait for each of them would be longer than it is asked to be
        awaitTime(burstBegan + quickest);
        burstBegan = System.nanoTime();
      }
      publish(due);
    }
    return report(planned, sequence - first);
  }

  /** Publishes one event that nobody measures. */
  void once() {
    publish(System.nanoTime());
  }

  private long begin() {
    spent = 0;
    spentCpu = 0;
    began = System.nanoTime();
    return sequence;
  }

  private static void awaitTime(long due) {
    long wait = due - System.nanoTime();
    while (wait > 0) {
      LockSupport.parkNanos(wait);
      wait = due - System.nanoTime();
    }
  }

  private void publish(long time) {
    String id = EPOCH + ++published;
    String data = payload.stamp(++sequence, time);
    long before = System.nanoTime();
    long cpuBefore = ProcessFigures.cpuOfThisThread();
    server.publish(id, data);
    spentCpu += ProcessFigures.cpuOfThisThread() - cpuBefore;
    spent += System.nanoTime() - before;
  }

  private Message report(long planned, long published) {
    return Message.of("published")
        .with("planned", planned)
        .with("events", published)
        .with("publisher_ns", published == 0 ? 0 : spent / published)
        .with("publisher_cpu_ns", published == 0 ? 0 : spentCpu / published)
        .with("began", began);
  }
}
