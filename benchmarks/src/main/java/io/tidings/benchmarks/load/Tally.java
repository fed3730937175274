package io.tidings.benchmarks.load;

import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.harness.Payload;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts what has arrived and how late. Used by the loop's thread. */
final class Tally {

  private static final long LONGEST = TimeUnit.MINUTES.toNanos(2);
  private static final int DIGITS = 3;
  private static final int TIMES = 1 << 16;

  private final Histogram latencies = new Histogram(LONGEST, DIGITS);
  private final int every;

  // Each event's time is read once, by the first reader that gets it.
  private final long[] times = new long[TIMES];
  private final long[] timed = new long[TIMES];

  private long delivered;
  private long errors;
  private long last;

  /** A tally that takes the latency of every so many readers, because that costs time too. */
  Tally(int every) {
    this.every = every;
  }

  /** A measured reader has an event. */
  void delivered(int reader, long sequence, ByteBuffer bytes, int payload, long now) {
    delivered++;
    last = now;
    if (reader % every == 0) {
      long latency = now - time(sequence, bytes, payload);
      latencies.recordValue(Math.max(0, Math.min(latency, LONGEST)));
    }
  }

  private long time(long sequence, ByteBuffer bytes, int payload) {
    int slot = (int) sequence & (TIMES - 1);
    if (timed[slot] != sequence) {
      timed[slot] = sequence;
      times[slot] = Payload.time(bytes, payload);
    }
    return times[slot];
  }

  /** Something went wrong: a connection lost or refused, events missing, repeated or unordered. */
  void error() {
    errors++;
  }

  long delivered() {
    return delivered;
  }

  long last() {
    return last;
  }

  /** Begins to count anew, as for what comes after the warm-up. Errors stay. */
  void mark() {
    delivered = 0;
    latencies.reset();
  }

  /** All figures so far. */
  Message figures() {
    return Message.of("settled")
        .with("delivered", delivered)
        .with("errors", errors)
        .with("p50_us", micros(50))
        .with("p99_us", micros(99))
        .with("last", last);
  }

  private long micros(double percentile) {
    return TimeUnit.NANOSECONDS.toMicros(latencies.getValueAtPercentile(percentile));
  }
}
