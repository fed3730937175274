package io.tidings.benchmarks.processor;

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

/** How long it takes to compile many interfaces, with the processor and without. */
public final class ProcessorBench implements Bench {

  private static final List<String> ROWS = List.of("50", "500", "1000");
  private static final int MOST_ROUNDS = 5;
  private static final Duration SLACK = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "processor";
  }

  /** How many interfaces are compiled together. */
  @Override
  public List<String> rows() {
    return ROWS;
  }

  /** A round of a thousand takes longer than a quick run may. */
  @Override
  public List<String> quickRows() {
    return ROWS.subList(0, 2);
  }

  @Override
  public Duration time(boolean quick) {
    return quick ? Duration.ofSeconds(30) : Duration.ofMinutes(2);
  }

  @Override
  public void run(Arguments arguments, Budget budget, Report report) {
    List<String> rows = arguments.rowsOf(this);
    String sizes = String.join(",", rows);
    report.progress("processor: " + sizes);
    try {
      // All rows in one process: the rounds go through them by turns.
      Duration time = budget.left();
      int rounds = arguments.quick() ? 1 : MOST_ROUNDS;
      Message measured = OneShot.run("processor", time.plus(SLACK), sizes, time.toMillis(), rounds);
      rows.forEach(row -> report.add(figures(row, measured)));
    } catch (RunFailure failure) {
      String reason = String.valueOf(failure.getMessage());
      rows.forEach(row -> report.add(Figures.skipped(name(), row, reason)));
    }
  }

  private Figures figures(String row, Message measured) {
    double total = measured.decimal("total" + row);
    double alone = measured.decimal("alone" + row);
    return Figures.of(name(), row)
        .put("ms_total", total)
        .put("ms_per_stream", (total - alone) / Integer.parseInt(row))
        .put("ms_javac_alone", alone)
        .put("ms_ready_files", measured.decimal("ready" + row))
        .put("rounds", measured.number("rounds" + row));
  }
}
