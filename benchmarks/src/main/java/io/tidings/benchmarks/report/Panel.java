package io.tidings.benchmarks.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One part of a chart: a figure of each row, the best first. */
record Panel(String title, List<Bar> bars) {

  /** One row's figure. */
  record Bar(String row, double value) {}

  /** Takes a figure from results; none when fewer than two rows have it. */
  static Optional<Panel> of(
      String title,
      String figure,
      boolean moreIsBetter,
      List<Figures> results,
      Predicate<Figures> of) {
    Comparator<Bar> rising = Comparator.comparingDouble(Bar::value);
    List<Bar> bars =
        results.stream()
            .filter(of)
            .filter(result -> result.number(figure) >= 0)
            .map(result -> new Bar(result.text("row"), result.number(figure)))
            .sorted(moreIsBetter ? rising.reversed() : rising)
            .toList();
    return bars.size() < 2 ? Optional.empty() : Optional.of(new Panel(title, bars));
  }

  /** The largest value. */
  double largest() {
    return bars.stream().mapToDouble(Bar::value).max().orElse(1);
  }
}
