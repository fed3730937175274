package io.tidings.benchmarks.harness;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** Publishes as fast as a row can, on as many threads as it wants. Used by one thread. */
final class PublishLoad {

  private static final int PAYLOADS = 64;

  /** What one thread did. */
  private record Done(long events, long allocated) {}

  private final PublishRow row;

  PublishLoad(PublishRow row) {
    this.row = row;
  }

  /** Publishes for so long, and says how much that was. */
  Message run(long millis) throws Exception {
    long began = System.nanoTime();
    List<Done> all = row.threads() == 1 ? List.of(publish(millis)) : onThreads(millis);
    return Message.of("published")
        .with("events", all.stream().mapToLong(Done::events).sum())
        .with("nanos", System.nanoTime() - began)
        .with("allocated", all.stream().mapToLong(Done::allocated).sum());
  }

  private List<Done> onThreads(long millis) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(row.threads());
    try {
      List<Future<Done>> futures = new ArrayList<>();
      for (int i = 0; i < row.threads(); i++) {
        futures.add(threads.submit(() -> publish(millis)));
      }
      List<Done> all = new ArrayList<>();
      for (Future<Done> future : futures) {
        all.add(future.get());
      }
      return all;
    } finally {
      threads.shutdown();
    }
  }

  private Done publish(long millis) throws Exception {
    List<String> payloads = payloads();
    long allocated = allocated();
    long began = System.nanoTime();
    long now = began;
    long events = 0;
    // The clock is read once for many, so that it costs none of them much.
    while (now - began < TimeUnit.MILLISECONDS.toNanos(millis)) {
      for (String payload : payloads) {
        row.publish(payload);
      }
      events += PAYLOADS;
      now = System.nanoTime();
    }
    return new Done(events, allocated() - allocated);
  }

  private static List<String> payloads() {
    Payload payload = new Payload();
    return LongStream.range(0, PAYLOADS).mapToObj(i -> payload.stamp(i, i)).toList();
  }

  private static long allocated() {
    return ManagementFactory.getPlatformMXBean(ThreadMXBean.class)
        .getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
