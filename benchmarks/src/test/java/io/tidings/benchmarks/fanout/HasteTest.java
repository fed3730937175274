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
    assertThat(new Haste(budget, 8, 0).next(LOAD, false)).isEqualTo(LOAD);
  }

  @Test
  void shortensALoadWhenManyAreStillToCome() {
    assertThat(new Haste(budget, 10, 0).next(LOAD, false).time())
        .isEqualTo(Duration.ofMillis(1_500));
  }

  @Test
  void shortensALoadWhenTheOnesBeforeTookLong() {
    Haste haste = new Haste(budget, 8, 0);

    haste.next(LOAD, false);
    now = Duration.ofMillis(6_400).toNanos();

    // 33.6 seconds for 7, of which 4.4 each go by beside the measured time.
    assertThat(haste.next(LOAD, false).time()).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void doesNotTakeWhatStartingAServerTookForWhatTheOthersWillTake() {
    Haste haste = new Haste(budget, 8, 1);

    haste.next(LOAD, true);
    now = Duration.ofMillis(15_500).toNanos();

    // 24.5 seconds for 7, of which 2.5 each are thought to go by beside the measured time.
    assertThat(haste.next(LOAD, false).time()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void keepsTimeForTheServersThatAreStillToStart() {
    // 40 seconds for 6, of which 6 each go by for four servers and 2.5 each for two loads more.
    assertThat(new Haste(budget, 6, 4).next(LOAD, true).time())
        .isEqualTo(Duration.ofMillis(1_833).plusNanos(333_333));
  }

  @Test
  void neverMeasuresShorterThanSaysAnything() {
    Haste haste = new Haste(budget, 8, 0);

    haste.next(LOAD, false);
    now = Duration.ofSeconds(39).toNanos();

    assertThat(haste.next(LOAD, false).time()).isEqualTo(Duration.ofMillis(300));
  }
}
