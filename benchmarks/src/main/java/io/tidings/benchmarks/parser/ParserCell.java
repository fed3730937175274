package io.tidings.benchmarks.parser;

import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.process.OneShot;
import io.tidings.benchmarks.process.RunFailure;
import io.tidings.benchmarks.report.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One row on one input: what its rounds have found, or why there are none. */
final class ParserCell {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final String row;
  private final String input;
  private final List<Message> rounds = new ArrayList<>();
  private String objection = "";

  ParserCell(String row, String input) {
    this.row = row;
    this.input = input;
  }

  /** Measures a round in a process of its own; a row that was wrong once is not asked again. */
  void measure(int seconds) {
    if (!objection.isEmpty()) {
      return;
    }
    try {
      rounds.add(OneShot.run("parser", PATIENCE, row, input, seconds));
    } catch (RunFailure failure) {
      objection = String.valueOf(failure.getMessage());
    }
  }

  /** The fastest round: what disturbs a parser only ever makes it slower. */
  Figures figures(String bench) {
    Figures figures = Figures.of(bench, row).put("input", input);
    if (!objection.isEmpty()) {
      return figures.put("skipped", objection);
    }
    Message best =
        rounds.stream()
            .max(Comparator.comparingDouble(round -> round.decimal("mb_per_s")))
            .orElseThrow();
    return figures
        .put("mb_per_s", best.decimal("mb_per_s"))
        .put("alloc_bytes_per_event", best.decimal("allocated"))
        .put("rounds", rounds.size());
  }

  @Override
  public String toString() {
    return row + " on " + input;
  }
}
