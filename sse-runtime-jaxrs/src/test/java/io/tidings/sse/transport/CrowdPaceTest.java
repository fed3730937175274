package io.tidings.sse.transport;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdPaceTest {

  private static final int PLACES = 2;
  private static final long TICK = MILLISECONDS.toNanos(100);
  private static final long STEP = CrowdPace.STEP.toNanos();

  /** More than may come through two places in that time. */
  private static final long MANY = 2 * PLACES * TICK / STEP;

  private final List<Long> rests = new ArrayList<>();
  private final CrowdPace pace = new CrowdPace(PLACES, 0, rests::add);
  private long now;
  private long served;

  private void tick(long more, boolean isCrowd) {
    now += TICK;
    served += more;
    pace.look(now, served, isCrowd);
  }

  @Test
  void slowsACrowdDownWhileMoreReadersAreServedThanCome() {
    tick(MANY, true);

    pace.keep(0);
    pace.keep(STEP - 1);

    assertThat(rests).containsExactly(STEP, 1L);
  }

  @Test
  void isOverForWhoTookLongerByHimself() {
    tick(MANY, true);

    pace.keep(STEP);
    pace.keep(2 * STEP);

    assertThat(rests).isEmpty();
  }

  @Test
  void slowsNobodyDownWhereFewerAreServedThanCome() {
    tick(MANY, true);
    tick(MANY / 4, true);

    pace.keep(0);

    assertThat(rests).isEmpty();
    assertThat(pace.delay(PLACES)).isZero();
  }

  @Test
  void slowsNobodyDownForWhatWasServedBefore() {
    tick(MANY, false);
    tick(0, true);

    pace.keep(0);

    assertThat(rests).isEmpty();
  }

  @Test
  void knowsHowMuchLongerThoseWaitWhoAreInTheLine() {
    tick(MANY, true);

    assertThat(pace.delay(0)).isZero();
    assertThat(pace.delay(10 * PLACES)).isEqualTo(10 * STEP);
  }

  @Test
  void slowsACrowdDownForAWhileOnly() {
    long most = CrowdPace.LONGEST.toNanos() / TICK;
    tick(MANY, false);
    for (long i = 1; i < most; i++) {
      tick(MANY, true);
    }
    pace.keep(0);
    tick(MANY, true);
    pace.keep(0);

    assertThat(rests).hasSize(1);
  }

  @Test
  void slowsTheNextCrowdDownAgain() {
    tick(MANY, true);
    now += SECONDS.toNanos(60);
    tick(60 * 10 * MANY, true);
    tick(MANY, false);
    tick(MANY, true);

    pace.keep(0);

    assertThat(rests).containsExactly(STEP);
  }
}
