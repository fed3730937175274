package io.tidings.benchmarks.rows.micro;

import io.tidings.sse.log.TopicLog;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Building a frame and appending it to a log that keeps the newest. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AppendBenchmark {

  private final TopicLog log = Sample.log();
  private long sequence;

  /** One event. */
  @Benchmark
  public void append() {
    log.append(Sample.entry(++sequence));
  }
}
