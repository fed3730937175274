package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class TurnTest {

  @Test
  void thePumpEndsAtOnceWhenItIsItsTurn() {
    assertThat(Turn.ofPump().end()).isTrue();
  }

  @Test
  void theContainerEndsWhenThePumpWantedToMeanwhile() {
    Turn turn = Turn.ofContainer();

    assertThat(turn.end()).isFalse();
    assertThat(turn.toPump()).isFalse();
  }

  @Test
  void theTurnGoesToAndFro() {
    Turn turn = Turn.ofContainer();

    assertThat(turn.toPump()).isTrue();
    assertThat(turn.isContainers()).isFalse();
    turn.toContainer();
    assertThat(turn.isContainers()).isTrue();
    assertThat(turn.toPump()).isTrue();
    assertThat(turn.end()).isTrue();
  }

  @Test
  void exactlyOneOfTheTwoEnds() throws Exception {
    ExecutorService container = Executors.newSingleThreadExecutor();
    try {
      for (int round = 0; round < 10_000; round++) {
        Turn turn = Turn.ofContainer();
        CountDownLatch both = new CountDownLatch(2);
        Future<Boolean> containerEnds =
            container.submit(
                () -> {
                  both.countDown();
                  both.await();
                  return !turn.toPump();
                });
        both.countDown();
        both.await();

        boolean pumpEnds = turn.end();

        assertThat(containerEnds.get()).isNotEqualTo(pumpEnds);
      }
    } finally {
      container.shutdownNow();
    }
  }
}
