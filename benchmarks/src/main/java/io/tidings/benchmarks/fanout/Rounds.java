package io.tidings.benchmarks.fanout;

import io.tidings.benchmarks.harness.Median;
import io.tidings.benchmarks.report.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of all rounds, and which of them stands for a load on a row. */
final class Rounds {

  private final Map<Plan.Cell, List<Figures>> results = new LinkedHashMap<>();

  void add(Plan.Cell measured, Figures figures) {
    results.computeIfAbsent(measured, cell -> new ArrayList<>()).add(figures);
  }

  /** One result for every load and row: of several the median by processor time, whole. */
  List<Figures> medians() {
    return results.values().stream().map(Rounds::median).toList();
  }

  private static Figures median(List<Figures> rounds) {
    List<Figures> measured =
        rounds.stream().filter(figures -> figures.get("skipped") == null).toList();
    return Median.of(measured, figures -> figures.number("cpu_us_per_delivery"))
        .map(median -> median.put("rounds", measured.size()))
        .orElseGet(() -> rounds.get(0));
  }
}
