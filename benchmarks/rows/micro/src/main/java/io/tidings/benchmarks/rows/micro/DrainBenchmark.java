package io.tidings.benchmarks.rows.micro;

import io.tidings.sse.log.Cursor;
import io.tidings.sse.log.CursorState;
import io.tidings.sse.log.CursorView;
import io.tidings.sse.log.Slices;
import io.tidings.sse.log.TopicLog;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One reader's way through a full log, as far as the transport, in batches of 64 KB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DrainBenchmark {

  private static final int BATCH = 64 * 1_024;

  private static final CursorView EVERYONE = new CursorView(false, null);

  private final TopicLog log = Sample.log();
  private long bytes;
  private final Slices count = (array, from, to, frames) -> bytes += to - from;

  /** Fills the log. */
  @Setup
  public void fill() {
    for (int sequence = 1; sequence <= Sample.HISTORY; sequence++) {
      log.append(Sample.entry(sequence));
    }
  }

  /** All events of the log. */
  @Benchmark
  @OperationsPerInvocation(Sample.HISTORY)
  public long drain() {
    Cursor cursor = log.after(0, EVERYONE);
    CursorState state = CursorState.HERE;
    while (state == CursorState.HERE) {
      state = cursor.take(Long.MAX_VALUE, BATCH, count);
    }
    return bytes;
  }
}
