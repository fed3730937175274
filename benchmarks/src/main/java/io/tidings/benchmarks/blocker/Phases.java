package io.tidings.benchmarks.blocker;

import io.tidings.benchmarks.blocker.Stage.Played;
import io.tidings.benchmarks.harness.Median;
import io.tidings.benchmarks.report.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The phases of one row: calm and blocked ones by turns. */
final class Phases {

  private final String name;
  private final List<Played> calm = new ArrayList<>();
  private final List<Played> blocked = new ArrayList<>();

  Phases(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** One of each. */
  void add(Stage stage, Duration time) {
    calm.add(stage.play(time));
    try (Blocker blocker = Blocker.of(name, stage.port())) {
      blocked.add(stage.play(time));
      blocker.lift();
    }
  }

  /** Medians of the rounds. */
  Figures figures(Stage stage) {
    return Figures.of(BlockerBench.NAME, name)
        .put("readers", stage.readers())
        .put("rate", stage.rate())
        .put("rounds", calm.size())
        .put("expected", sum(blocked, true))
        .put("delivered", sum(blocked, false))
        .put("calm_p50_ms", median(calm, "p50_us"))
        .put("p50_ms", median(blocked, "p50_us"))
        .put("calm_p99_ms", median(calm, "p99_us"))
        .put("p99_ms", median(blocked, "p99_us"))
        .put("p99_ratio", median(blocked, "p99_us") / median(calm, "p99_us"));
  }

  private static long sum(List<Played> phases, boolean expected) {
    return phases.stream()
        .mapToLong(phase -> expected ? phase.expected() : phase.settled().number("delivered"))
        .sum();
  }

  private static double median(List<Played> phases, String percentile) {
    return Median.cost(phases, one -> one.millis(percentile));
  }
}
