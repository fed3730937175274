package io.tidings.sse.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The proof itself: what it must not let pass. */
class CheckerTest {

  private final Hub hub = Hub.create();
  private final Recorder recorder = Stamped.reader(hub, Stamped.stream(10), null);
  private final Checker checker = new Checker(new int[] {4}, new int[] {4});

  @AfterEach
  void close() {
    hub.close();
  }

  private void see(long sequence, int number) {
    recorder.sequences.add(sequence);
    recorder.stamps.add(Stamped.stamp(0, number));
  }

  private void lose(long after, long before) {
    recorder.lost.add(new Recorder.Lost(after, before, "trimmed"));
  }

  private int missing() {
    checker.check(recorder);
    checker.checkComplete(recorder);
    assertThat(checker.violations()).isEmpty();
    return checker.missing;
  }

  @Test
  void missesNothingWhenAllWasSeen() {
    for (int i = 0; i < 4; i++) {
      see(i + 1, i);
    }

    assertThat(missing()).isZero();
  }

  @Test
  void missesWhatNobodyHasSeenAndNoGapHasRoomFor() {
    see(1, 0);
    see(3, 2);
    see(5, 3);
    lose(3, 5);

    assertThat(missing()).isEqualTo(1);
  }

  @Test
  void isContentWithAGapWhereItWouldHaveBeen() {
    see(1, 0);
    see(3, 2);
    see(5, 3);
    lose(1, 3);

    assertThat(missing()).isZero();
  }

  @Test
  void missesWhatWouldHaveComeAtTheEnd() {
    see(1, 0);
    see(2, 1);
    see(3, 2);

    assertThat(missing()).isEqualTo(1);
  }

  @Test
  void missesWhatOthersHaveSeen() {
    Recorder other = Stamped.reader(hub, Stamped.stream(10), null);
    for (int i = 0; i < 4; i++) {
      other.sequences.add(i + 1L);
      other.stamps.add(Stamped.stamp(0, i));
    }
    checker.check(other);
    see(1, 0);
    see(4, 3);
    lose(1, 3);

    assertThat(missing()).isEqualTo(1);
  }
}
