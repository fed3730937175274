package io.tidings.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.benchmarks.process.ServerRow;
import io.tidings.benchmarks.report.Figures;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private static final Load LOAD = new Load(Mode.LOCKSTEP, 20, 0, Duration.ofSeconds(1));
  private static final Plan.Cell CELL = new Plan.Cell(LOAD, ServerRow.LIMIT);

  private final Rounds rounds = new Rounds();

  @Test
  void takesTheMedianRoundWhole() {
    add(5, 50);
    add(1, 10);
    add(2, 20);

    Figures median = rounds.medians().get(0);

    assertThat(median.number("cpu_us_per_delivery")).isEqualTo(2);
    assertThat(median.number("p50_ms")).isEqualTo(20);
    assertThat(median.number("rounds")).isEqualTo(3);
  }

  @Test
  void leavesOutRoundsThatWereSkipped() {
    rounds.add(CELL, Figures.skipped("fanout", "limit", "failed"));
    add(3, 30);

    assertThat(rounds.medians()).hasSize(1);
    assertThat(rounds.medians().get(0).number("p50_ms")).isEqualTo(30);
  }

  @Test
  void saysWhyWhenEveryRoundWasSkipped() {
    rounds.add(CELL, Figures.skipped("fanout", "limit", "failed"));

    assertThat(rounds.medians().get(0).text("skipped")).isEqualTo("failed");
  }

  private void add(double cpu, double latency) {
    rounds.add(
        CELL, Figures.of("fanout", "limit").put("cpu_us_per_delivery", cpu).put("p50_ms", latency));
  }
}
