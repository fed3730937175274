package io.tidings.benchmarks.micro;

import io.tidings.benchmarks.Arguments;
import io.tidings.benchmarks.Bench;
import io.tidings.benchmarks.Budget;
import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.process.OneShot;
import io.tidings.benchmarks.process.RunFailure;
import io.tidings.benchmarks.report.Figures;
import io.tidings.benchmarks.report.Report;
import java.time.Duration;
import java.util.List;

/** What one event costs in single steps, with what it allocates. */
public final class MicroBench implements Bench {

  private static final List<String> ROWS = List.of("encode", "append", "drain");
  private static final Duration SLACK = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "micro";
  }

  @Override
  public List<String> rows() {
    return ROWS;
  }

  @Override
  public Duration time(boolean quick) {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run(Arguments arguments, Budget budget, Report report) {
    int seconds = arguments.quick() ? 2 : 5;
    for (String row : arguments.rowsOf(this)) {
      report.progress("micro: " + row);
      report.add(measure(row, seconds));
    }
  }

  private Figures measure(String row, int seconds) {
    try {
      Duration patience = SLACK.plusSeconds(2L * seconds);
      Message measured = OneShot.run("micro", patience, row, seconds);
      return Figures.of(name(), row)
          .put("ns_per_event", decimal(measured, "nanos"))
          .put("ns_deviation", decimal(measured, "deviation"))
          .put("alloc_bytes_per_event", decimal(measured, "allocated"));
    } catch (RunFailure failure) {
      return Figures.skipped(name(), row, String.valueOf(failure.getMessage()));
    }
  }

  private static double decimal(Message measured, String name) {
    return Double.parseDouble(measured.text(name));
  }
}
