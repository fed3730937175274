package io.tidings.benchmarks.rows.parser;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** A whole stream, from its bytes to the text of its events. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ParserBenchmark {

  /** Whose parser. */
  @Param("tidings")
  public String row = "";

  /** Which stream. */
  @Param("120-byte-events")
  public String input = "";

  private Input stream = Input.of("120-byte-events");
  private StreamReader reader = (input, sink) -> {};

  /** Finds both. */
  @Setup(Level.Trial)
  public void setUp() {
    stream = Input.of(input);
    reader = StreamReader.of(row);
  }

  /** One stream. */
  @Benchmark
  public void parse(Blackhole hole) throws Exception {
    reader.read(
        stream,
        (type, data) -> {
          hole.consume(type);
          hole.consume(data);
        });
  }

  /** Gives back what the reader holds. */
  @TearDown(Level.Trial)
  public void tearDown() {
    reader.close();
  }
}
