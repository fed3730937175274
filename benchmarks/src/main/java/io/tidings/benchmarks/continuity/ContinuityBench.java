package io.tidings.benchmarks.continuity;

import io.tidings.benchmarks.Arguments;
import io.tidings.benchmarks.Bench;
import io.tidings.benchmarks.Budget;
import io.tidings.benchmarks.Flag;
import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.process.OneShot;
import io.tidings.benchmarks.process.RunFailure;
import io.tidings.benchmarks.report.Figures;
import io.tidings.benchmarks.report.Report;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Acknowledged events against what readers saw, with a history in a file: readers that come and go,
 * a server that is killed, one that is restarted, and ten thousand readers that come back at once.
 */
public final class ContinuityBench implements Bench {

  private static final List<String> ROWS =
      List.of(
          "reconnect",
          "kill9",
          "restart",
          "resume",
          "resume-pauses",
          "resume-workers",
          "resume-jetty");

  /** What docs/operations.md advises where pauses of the collector matter. */
  private static final String SHORT_PAUSES = "-XX:+UseShenandoahGC";

  private static final int READERS = 10_000;
  private static final int FEW_READERS = 2_000;
  private static final Duration SLACK = Duration.ofMinutes(4);

  @Override
  public String name() {
    return "continuity";
  }

  @Override
  public List<String> rows() {
    return ROWS;
  }

  @Override
  public Set<Flag> loads() {
    return EnumSet.of(Flag.READERS);
  }

  @Override
  public Duration time(boolean quick) {
    return quick ? Duration.ofMinutes(8) : Duration.ofMinutes(24);
  }

  @Override
  public void run(Arguments arguments, Budget budget, Report report) {
    for (String row : arguments.rowsOf(this)) {
      report.progress("continuity: " + row);
      report.add(budget.spent() ? Figures.late(name(), row) : measure(row, arguments));
    }
  }

  private Figures measure(String row, Arguments arguments) {
    return switch (row) {
      case "resume" -> resume(arguments, row, "grizzly");
      case "resume-pauses" -> resume(arguments, row, "grizzly", SHORT_PAUSES);
      case "resume-workers" -> resume(arguments, row, "grizzly-workers");
      case "resume-jetty" -> resume(arguments, row, "jetty");
      default -> prove(row, length(row, arguments.quick()));
    };
  }

  private Figures resume(Arguments arguments, String row, String container, String... options) {
    try (ResumeRun run = ResumeRun.open(readers(arguments), container, options)) {
      return run.measure(Figures.of(name(), row));
    } catch (RunFailure failure) {
      return Figures.skipped(name(), row, String.valueOf(failure.getMessage()));
    }
  }

  private static int readers(Arguments arguments) {
    return arguments.readers().orElse(arguments.quick() ? FEW_READERS : READERS);
  }

  /** Seconds of readers that come and go, or rounds. */
  private static int length(String row, boolean quick) {
    return switch (row) {
      case "reconnect" -> quick ? 10 : 60;
      case "kill9" -> quick ? 10 : 100;
      case "restart" -> quick ? 10 : 50;
      default -> 1;
    };
  }

  private Figures prove(String row, int length) {
    try {
      Message proved = OneShot.run("continuity", SLACK, row, length);
      Figures figures = Figures.of(name(), row);
      proved.fields().forEach((field, value) -> figures.put(field, Long.valueOf(value)));
      return figures;
    } catch (RunFailure failure) {
      return Figures.skipped(name(), row, String.valueOf(failure.getMessage()));
    }
  }
}
