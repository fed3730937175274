package io.tidings.sse.hub;

import static io.tidings.sse.hub.Markets.PRICE;
import static io.tidings.sse.hub.Markets.STREAM;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import io.tidings.sse.history.ListHistory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hub that is closed while the disk does not answer. */
class StuckHistoryTest {

  /** A pool may have one thread only, and the first task keeps it. */
  private static final Executor OWN_THREAD = task -> new Thread(task).start();

  private final CountDownLatch storing = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ListHistory history =
      new ListHistory() {
        @Override
        public List<Position> append(List<Append> batch) {
          storing.countDown();
          await().forever().until(() -> answer.getCount() == 0);
          throw new HistoryException("disk must answer; was gone", null);
        }

        @Override
        public void close() {
          closed.countDown();
        }
      };
  private final Hub hub =
      Hub.builder()
          .environment(Environments.manual(new ManualTimer()))
          .codec(Markets.CODEC)
          .history(history)
          .build();

  @AfterEach
  void answer() {
    answer.countDown();
  }

  @Test
  void sendsReadersAwayAndIsClosedWhenTheDiskAnswersAndNotBefore() throws Exception {
    TestReader reader = new TestReader(hub.admit(Markets.resume(STREAM, null, "prices/A")));
    CompletableFuture<Void> publishing =
        CompletableFuture.runAsync(
            () -> hub.publisher(STREAM).publish(PRICE, "prices/A", "p1"), OWN_THREAD);
    storing.await();

    CompletableFuture<Void> closing =
        CompletableFuture.runAsync(() -> hub.close(Duration.ofSeconds(1)), OWN_THREAD);
    await().until(reader.subscription::isDraining);
    reader.read();

    assertThat(reader.hasEnded()).isTrue();
    closing.get(5, SECONDS); // its second, and what a busy machine adds; the disk's own are 30
    assertThat(publishing).isNotDone();
    assertThat(closed.getCount()).isEqualTo(1);

    answer.countDown();

    assertThatThrownBy(() -> publishing.get(20, SECONDS))
        .hasCauseInstanceOf(HistoryException.class)
        .hasMessageContaining("disk must answer; was gone");
    assertThat(closed.await(20, SECONDS)).isTrue();
  }
}
