package io.tidings.benchmarks.harness;

import com.sun.management.ThreadMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * The main class that measures one {@link PublishRow} of its class path and prints one line. Its
 * arguments are the row, the milliseconds of warm-up and those of measuring.
 */
public final class PublishMain {

  private static final int PAYLOADS = 64;

  private PublishMain() {}

  /** Measures and ends. */
  public static void main(String[] arguments) {
    PrintStream answers = System.out;
    // Whatever a row prints must not mix with the answer.
    System.setOut(System.err);
    try {
      PublishRow row = row(arguments[0]);
      row.start();
      run(row, Long.parseLong(arguments[1]));
      answers.println(run(row, Long.parseLong(arguments[2])));
    } catch (Exception | LinkageError failure) {
      failure.printStackTrace();
      answers.println(Message.of(Message.FAILED).with("reason", failure));
    } finally {
      // Not every row ends its threads; the process has nothing to lose.
      Runtime.getRuntime().halt(0);
    }
  }

  private static PublishRow row(String name) {
    return ServiceLoader.load(PublishRow.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("row must be known; was " + name));
  }

  private static Message run(PublishRow row, long millis) throws Exception {
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
    return Message.of("published")
        .with("events", events)
        .with("nanos", now - began)
        .with("allocated", allocated() - allocated);
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
