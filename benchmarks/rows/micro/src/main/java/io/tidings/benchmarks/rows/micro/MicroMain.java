package io.tidings.benchmarks.rows.micro;

import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.harness.OneAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The main class that lets JMH measure one step and prints one line. Its arguments are the step and
 * how many seconds of warm-up and of measuring it gets.
 */
public final class MicroMain {

  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private MicroMain() {}

  /** Measures and ends. */
  public static void main(String[] arguments) {
    OneAnswer.give(() -> measured(arguments[0], Integer.parseInt(arguments[1])));
  }

  private static Message measured(String step, int seconds) throws Exception {
    Path log = Files.createTempFile("benchmarks-jmh-", ".log");
    try {
      return line(new Runner(options(step, seconds, log)).runSingle());
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private static Options options(String step, int seconds, Path log) {
    return new OptionsBuilder()
        .include("\\." + step + "$")
        .forks(1)
        .warmupIterations(seconds)
        .measurementIterations(seconds)
        .warmupTime(TimeValue.seconds(1))
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .output(log.toString())
        .build();
  }

  private static Message line(RunResult run) {
    Result<?> allocated = run.getSecondaryResults().get(ALLOCATED);
    return Message.of("measured")
        .with("nanos", run.getPrimaryResult().getScore())
        .with("deviation", run.getPrimaryResult().getScoreError())
        .with("allocated", allocated == null ? Double.NaN : allocated.getScore());
  }
}
