package io.tidings.benchmarks.fanout;

import io.tidings.benchmarks.Arguments;
import io.tidings.benchmarks.Bench;
import io.tidings.benchmarks.Budget;
import io.tidings.benchmarks.Flag;
import io.tidings.benchmarks.process.ServerRow;
import io.tidings.benchmarks.report.Report;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every published event to many readers, row after row under each load, in rounds. */
public final class FanoutBench implements Bench {

  static final String NAME = "fanout";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> rows() {
    return ServerRow.names();
  }

  @Override
  public List<String> quickRows() {
    return ServerRow.quickNames();
  }

  @Override
  public List<String> modes() {
    return Mode.names();
  }

  @Override
  public Set<Flag> loads() {
    return EnumSet.of(Flag.READERS, Flag.RATE, Flag.SECONDS, Flag.ROUNDS);
  }

  @Override
  public Duration time(boolean quick) {
    return quick ? Duration.ofSeconds(160) : Duration.ofMinutes(14);
  }

  @Override
  public void run(Arguments arguments, Budget budget, Report report) {
    List<ServerRow> rows = arguments.rowsOf(this).stream().map(ServerRow::named).toList();
    try (FanoutRun run = new FanoutRun(Plan.of(arguments, rows), budget)) {
      run.measure(report::progress).forEach(report::add);
    }
  }
}
