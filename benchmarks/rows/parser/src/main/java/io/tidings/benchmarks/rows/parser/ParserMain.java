package io.tidings.benchmarks.rows.parser;

import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.harness.OneAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The main class that lets JMH measure one parser on one input and prints one line. Its arguments
 * are the row, the input, and how many seconds of measuring follow two of warm-up.
 */
public final class ParserMain {

  private static final int WARM_UP_SECONDS = 2; // with less, the compiler comes too late
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final double NANOS_TO_MB_PER_S = 1e9 / 1e6;

  private ParserMain() {}

  /** Measures and ends. */
  public static void main(String[] arguments) {
    OneAnswer.give(() -> answer(arguments[0], arguments[1], Integer.parseInt(arguments[2])));
  }

  private static Message answer(String row, String input, int seconds) throws Exception {
    Optional<String> objection = objection(row, Input.of(input));
    return objection.isPresent()
        ? Message.of(Message.FAILED).with("reason", objection.get())
        : measure(row, input, seconds);
  }

  private static Optional<String> objection(String row, Input input) {
    try (StreamReader reader = StreamReader.of(row)) {
      return Proof.objection(reader, input);
    }
  }

  private static Message measure(String row, String input, int seconds) throws Exception {
    Input stream = Input.of(input);
    Path log = Files.createTempFile("benchmarks-jmh-", ".log");
    try {
      RunResult run = new Runner(options(row, input, seconds, log)).runSingle();
      double nanos = run.getPrimaryResult().getScore();
      double allocated = run.getSecondaryResults().get(ALLOCATED).getScore();
      return Message.of("measured")
          .with("mb_per_s", stream.bytes().length / nanos * NANOS_TO_MB_PER_S)
          .with("allocated", allocated / stream.events());
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private static Options options(String row, String input, int seconds, Path log) {
    return new OptionsBuilder()
        .include(ParserBenchmark.class.getName())
        .param("row", row)
        .param("input", input)
        .forks(1)
        .warmupIterations(WARM_UP_SECONDS)
        .measurementIterations(seconds)
        .warmupTime(TimeValue.seconds(1))
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .output(log.toString())
        .build();
  }
}
