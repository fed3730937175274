package io.tidings.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnoverTest {

  private final Turnover turnover = new Turnover();

  @Test
  void asksForNobodyUntilItBegins() {
    assertThat(turnover.due(TimeUnit.SECONDS.toNanos(9))).isZero();
    assertThat(turnover.active()).isFalse();
  }

  @Test
  void asksForEachReaderOnce() {
    turnover.begin(1_000, 0);

    assertThat(turnover.due(TimeUnit.MILLISECONDS.toNanos(5))).isEqualTo(5);
    assertThat(turnover.due(TimeUnit.MILLISECONDS.toNanos(7))).isEqualTo(2);
    assertThat(turnover.population()).isEqualTo(250);
  }
}
