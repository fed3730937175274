package io.tidings.benchmarks.rows.micro;

import io.tidings.sse.wire.Frame;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Payload bytes to the bytes of a frame, into an array that is there already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EncodeBenchmark {

  private final byte[] target = new byte[1_024];
  private long sequence = 1_000_000;

  /** One frame. */
  @Benchmark
  public int encode() {
    return Frame.of(Sample.HEADER, Sample.BYTES).write(sequence++, target, 0);
  }

  /** The payload alone: what would be left if a frame cost nothing beyond it. */
  @Benchmark
  public long copy() {
    System.arraycopy(Sample.BYTES, 0, target, 0, Sample.BYTES.length);
    return sequence++;
  }
}
