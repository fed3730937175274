package io.tidings.benchmarks.publish;

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

/**
 * What publishing costs without any connection: one thread as fast as it can, or eight where each
 * waits for the disk.
 */
public final class PublishBench implements Bench {

  // The first keeps the newest events for readers to come; the second keeps nothing; the others
  // keep them in a file that outlives the process, or a loss of power too.
  private static final List<String> ROWS =
      List.of("memory", "no-reader", "sqlite-process", "sqlite-always");
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration SLACK = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "publish";
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
    Duration time = Duration.ofSeconds(arguments.quick() ? 2 : 5);
    for (String row : arguments.rowsOf(this)) {
      report.progress("publish: " + row);
      report.add(budget.spent() ? Figures.late(name(), row) : measure(row, time));
    }
  }

  private Figures measure(String row, Duration time) {
    try {
      Duration patience = SLACK.plus(WARM_UP).plus(time);
      Message published =
          OneShot.run("publish", patience, row, WARM_UP.toMillis(), time.toMillis());
      double events = published.number("events");
      return Figures.of(name(), row)
          .put("events_per_s", events / published.number("nanos") * 1e9)
          .put("ns_per_event", published.number("nanos") / events)
          .put("alloc_bytes_per_event", published.number("allocated") / events);
    } catch (RunFailure failure) {
      return Figures.skipped(name(), row, String.valueOf(failure.getMessage()));
    }
  }
}
