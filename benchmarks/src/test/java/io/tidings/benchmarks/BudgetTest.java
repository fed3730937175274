package io.tidings.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {

  private long now;

  @Test
  void alwaysAllowsTheFirstRound() {
    assertThat(new Budget(() -> now, Duration.ZERO, 3).allowsRound()).isTrue();
  }

  @Test
  void allowsARoundThatFitsIfItTakesAsLongAsTheLast() {
    Budget budget = new Budget(() -> now, Duration.ofNanos(100), 3);

    budget.beginRound();
    now = 50;

    assertThat(budget.allowsRound()).isTrue();
    budget.beginRound();
    now = 80;
    assertThat(budget.allowsRound()).isFalse();
  }

  @Test
  void allowsNoMoreRoundsThanItsBound() {
    Budget budget = new Budget(() -> now, Duration.ofNanos(100), 1);

    budget.beginRound();

    assertThat(budget.allowsRound()).isFalse();
  }

  @Test
  void isSpentAtItsEnd() {
    Budget budget = new Budget(() -> now, Duration.ofNanos(100), 1);

    now = 100;

    assertThat(budget.spent()).isTrue();
  }
}
