package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdPaceTest {

  private static final int PLACES = 2;
  private static final Duration TICK = Duration.ofMillis(100);
  private static final long STEP = CrowdPace.STEP.toNanos();

  /** Twice as much as may come through the places between two looks. */
  private static final long MANY = 2 * PLACES * TICK.toNanos() / STEP;

  /** For so many looks a crowd is slowed down. */
  private static final int LONGEST = (int) CrowdPace.LONGEST.dividedBy(TICK);

  private final List<Long> rests = new ArrayList<>();
  private long now = -5_000; // a clock may begin anywhere
  private final CrowdPace pace = new CrowdPace(PLACES, () -> now, rests::add);
  private long sent;

  private void look(Duration passed, long more, boolean isLine) {
    now += passed.toNanos();
    sent += more;
    pace.look(sent, isLine);
  }

  private void look(int times, long more, boolean isLine) {
    for (int i = 0; i < times; i++) {
      look(TICK, more, isLine);
    }
  }

  private boolean isSlow() {
    int before = rests.size();
    pace.keep(now);
    return rests.size() > before;
  }

  @Test
  void slowsACrowdDownFromItsFirstWhereMoreWasSentBeforeThanNewcomersCome() {
    look(20, MANY, false);

    pace.keep(now);
    pace.keep(now - STEP + 1);

    assertThat(rests).containsExactly(STEP, 1L);
  }

  @Test
  void hasNobodyWaitWhoTookLongerByHimself() {
    look(20, MANY, false);

    pace.keep(now - STEP);
    pace.keep(now - 2 * STEP);

    assertThat(rests).isEmpty();
  }

  @Test
  void hasNobodyWaitForLongerThanAStepWhenTheClockIsSetBack() {
    look(20, MANY, false);

    pace.keep(now + 100 * STEP);

    assertThat(rests).containsExactly(STEP);
  }

  @Test
  void slowsNobodyDownWhereLessIsSentThanNewcomersCome() {
    look(50, MANY / 3, false);

    assertThat(isSlow()).isFalse();
    assertThat(pace.delay(100)).isZero();
  }

  @Test
  void slowsNobodyDownForOneBurst() {
    look(1, 2 * MANY, false);

    assertThat(isSlow()).isFalse();
  }

  @Test
  void slowsNobodyDownForWhatIsSentToTheCrowdItself() {
    look(20, 0, false);
    look(50, 10 * MANY, true);

    assertThat(isSlow()).isFalse();
  }

  @Test
  void slowsNobodyDownForThoseOfTheCrowdWhoAreInWhenNobodyHappensToWait() {
    look(20, 0, false);
    look(5, 10 * MANY, true);
    look(1, 10 * MANY, false);
    look(5, 10 * MANY, true);

    assertThat(isSlow()).isFalse();
  }

  @Test
  void isOverWhenLittleIsSentAnyMore() {
    look(20, MANY, false);
    look(20, 0, true);

    assertThat(isSlow()).isFalse();
  }

  @Test
  void knowsHowMuchLongerALineMayTake() {
    look(20, MANY, false);

    assertThat(pace.delay(0)).isZero();
    assertThat(pace.delay(10 * PLACES)).isEqualTo(20 * STEP);
    assertThat(pace.delay(1_000_000)).isEqualTo(CrowdPace.LONGEST.toNanos());
  }

  @Test
  void slowsACrowdDownForAWhileOnly() {
    look(20, MANY, false);

    look(LONGEST - 1, MANY, true);
    assertThat(isSlow()).isTrue();
    look(1, MANY, true);
    assertThat(isSlow()).isFalse();
  }

  @Test
  void oneLookAtWhichNobodyHappensToWaitIsNoEndOfACrowd() {
    look(20, MANY, false);
    for (int i = 0; i < LONGEST; i++) {
      look(1, MANY, true);
      look(1, MANY, false);
    }

    assertThat(isSlow()).isFalse();
  }

  @Test
  void newcomersWhoRarelyWaitAreNoCrowd() {
    look(20, MANY, false);
    for (int i = 0; i < 1000; i++) {
      look(1, MANY, true);
      look(3, MANY, false);
    }

    assertThat(isSlow()).isTrue();
  }

  @Test
  void slowsTheNextCrowdDownAgain() {
    look(20, MANY, false);
    look(LONGEST, MANY, true);
    assertThat(isSlow()).isFalse();

    look((int) CrowdPace.QUIET.dividedBy(TICK), MANY, false);

    assertThat(isSlow()).isTrue();
  }

  @Test
  void aHaltOfTheProcessIsNoTimeInWhichACrowdWasSlowedDown() {
    look(20, MANY, false);
    look(1, MANY, true);
    look(Duration.ofMinutes(1), 600 * MANY, true);

    assertThat(isSlow()).isTrue();
  }

  @Test
  void slowsNobodyDownAfterItsEnd() {
    look(20, MANY, false);
    pace.end();

    assertThat(isSlow()).isFalse();
    assertThat(pace.delay(100)).isZero();
  }
}
