package io.tidings.benchmarks.all;

import io.tidings.benchmarks.Arguments;
import io.tidings.benchmarks.Bench;
import io.tidings.benchmarks.Budget;
import io.tidings.benchmarks.report.Report;
import java.time.Duration;
import java.util.List;

/** Every other benchmark in one run of a quarter of an hour, each with its share of the time. */
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
    return quick ? Duration.ofMinutes(5) : Duration.ofMinutes(14);
  }

  @Override
  public void run(Arguments arguments, Budget budget, Report report) {
    long asked = benches.stream().mapToLong(bench -> seconds(bench, arguments)).sum();
    for (Bench bench : benches) {
      long share = time(arguments.quick()).toSeconds() * seconds(bench, arguments) / asked;
      bench.run(arguments, new Budget(System::nanoTime, Duration.ofSeconds(share), 1), report);
    }
  }

  private static long seconds(Bench bench, Arguments arguments) {
    return bench.time(arguments.quick()).toSeconds();
  }
}
