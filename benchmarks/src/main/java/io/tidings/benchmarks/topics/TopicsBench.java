package io.tidings.benchmarks.topics;

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

/** Memory of very many topics, and a publish that nobody hears. */
public final class TopicsBench implements Bench {

  private static final List<String> ROWS = List.of("one-reader", "no-reader");
  private static final int TOPICS = 100_000;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "topics";
  }

  @Override
  public List<String> rows() {
    return ROWS;
  }

  @Override
  public Duration time(boolean quick) {
    return Duration.ofSeconds(30);
  }

  @Override
  public void run(Arguments arguments, Budget budget, Report report) {
    for (String row : arguments.rowsOf(this)) {
      report.progress("topics: " + row + ", " + TOPICS + " topics");
      report.add(budget.spent() ? Figures.late(name(), row) : measure(row));
    }
  }

  private Figures measure(String row) {
    try {
      Message measured = OneShot.run("topics", PATIENCE, row, TOPICS);
      Figures figures =
          Figures.of(name(), row)
              .put("topics", TOPICS)
              .put("heap_bytes_per_topic", measured.number("heap"));
      return row.equals("no-reader")
          ? figures.put("ns_per_publish", measured.number("nanos"))
          : figures;
    } catch (RunFailure failure) {
      return Figures.skipped(name(), row, String.valueOf(failure.getMessage()));
    }
  }
}
