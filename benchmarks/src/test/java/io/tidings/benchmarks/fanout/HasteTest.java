package io.tidings.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.benchmarks.Budget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HasteTest {

  private static final Load LOAD = new Load(Mode.LOCKSTEP, 1_000, 0, Duration.ofSeconds(2));

  private long now;
  private final Budget budget = new Budget(() -> now, Duration.ofSeconds(40), 1);

  @Test
  void leavesALoadAsItIsWhileThereIsTime() {
    assertThat(new Haste(budget, 8).next(LOAD)).isEqualTo(LOAD);
  }

  @Test
  void shortensALoadWhenManyAreStillToCome() {
    assertThat(new Haste(budget, 10).next(LOAD).time()).isEqualTo(Duration.ofMillis(1_500));
  }

  @Test
  void shortensALoadWhenTheOnesBeforeTookLong() {
    Haste haste = new Haste(budget, 8);

    haste.next(LOAD);
    now = Duration.ofMillis(6_400).toNanos();

    // 33.6 seconds for 7, of which 4.4 each go by beside the measured time.
    assertThat(haste.next(LOAD).time()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void neverMeasuresShorterThanSaysAnything() {
    Haste haste = new Haste(budget, 8);

    haste.next(LOAD);
    now = Duration.ofSeconds(39).toNanos();

    assertThat(haste.next(LOAD).time()).isEqualTo(Duration.ofMillis(300));
  }
}
