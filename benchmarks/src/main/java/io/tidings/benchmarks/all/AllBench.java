package io.tidings.benchmarks.all;

import io.tidings.benchmarks.Arguments;
import io.tidings.benchmarks.Bench;
import io.tidings.benchmarks.Budget;
import io.tidings.benchmarks.report.Report;
import java.time.Duration;
import java.util.List;

/** Every other benchmark, one after the other, each with the time that it takes alone. */
public final class AllBench implements Bench {

  private final List<Bench> benches;

  /** A run of these. */
  public AllBench(List<Bench> benches) {
    this.benches = benches;
  }

  @Override
  public String name() {
    return "all";
  }

  /** None of its own: a row of one benchmark is not one of another. */
  @Override
  public List<String> rows() {
    return List.of();
  }

  @Override
  public Duration time(boolean quick) {
    return benches.stream().map(bench -> bench.time(quick)).reduce(Duration.ZERO, Duration::plus);
  }

  @Override
  public void run(Arguments arguments, Budget budget, Report report) {
    for (Bench bench : benches) {
      Duration time = bench.time(arguments.quick());
      bench.run(arguments, new Budget(System::nanoTime, time, 1), report);
    }
  }
}
