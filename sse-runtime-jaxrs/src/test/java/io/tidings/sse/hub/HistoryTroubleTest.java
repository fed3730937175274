package io.tidings.sse.hub;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import io.tidings.sse.history.ListHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What readers get while a history cannot be read, and afterwards. */
@Timeout(60)
class HistoryTroubleTest {

  private static final int EVENTS = 100;

  private final Semaphore asked = new Semaphore(0);
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable CountDownLatch gate;
  private volatile @Nullable CountDownLatch lookUps;
  private final ListHistory history =
      new ListHistory() {
        @Override
        public Page page(String stream, String topic, long after, int maxEvents, long maxBytes) {
          asked.release();
          CountDownLatch shut = gate;
          while (shut != null && shut.getCount() > 0) {
            awaitStubbornly(shut);
          }
          return super.page(stream, topic, after, maxEvents, maxBytes);
        }

        @Override
        public TopicState topic(String stream, String topic) {
          CountDownLatch shut = lookUps;
          if (shut != null) {
            asked.release();
          }
          while (shut != null && shut.getCount() > 0) {
            awaitStubbornly(shut);
          }
          return super.topic(stream, topic);
        }

        @Override
        public void close() {
          closed.countDown();
        }
      };
  private final FakeSources sources = new FakeSources();
  private final Hub hub =
      Hub.builder()
          .environment(Environments.manual(new ManualTimer()))
          .history(history)
          .memory(2, 1 << 20)
          .patience(Duration.ofMillis(50))
          .sources(sources)
          .build();

  /** As a disk does: no interrupt gets it back. */
  private static void awaitStubbornly(CountDownLatch shut) {
    try {
      shut.await();
    } catch (InterruptedException e) {
      // It is stuck.
    }
  }

  @AfterEach
  void close() {
    open();
    hub.close(Duration.ZERO);
  }

  private void shut() {
    gate = new CountDownLatch(1);
  }

  private void open() {
    CountDownLatch shut = gate;
    if (shut != null) {
      shut.countDown();
    }
  }

  private void publish(String topic) {
    for (int i = 1; i <= EVENTS; i++) {
      hub.publisher(Machine.STREAM).publish(Machine.NOTE, topic, "n" + i);
    }
  }

  private Admission admit(String id, String topic) {
    return hub.admit(Machine.request(id, topic));
  }

  private static List<String> notes(int from) {
    return IntStream.rangeClosed(from, EVENTS).mapToObj(i -> "n" + i).toList();
  }

  @Test
  void aFailureIsForThoseWhoWaitedForItAlone() {
    publish("notes");
    history.failure = "disk must answer; did not";
    List<String> unlucky = new TestReader(admit("t1-10", "notes")).readData();
    history.failure = null;

    assertThat(unlucky).hasSize(1);
    assertThat(unlucky.get(0)).contains("\"trimmed\"");
    assertThat(new TestReader(admit("t1-10", "notes")).readData()).isEqualTo(notes(11));
  }

  @Test
  void aClientWhoseStateDependsOnADiskThatIsStuckIsToldToComeLater() {
    publish("orders/a");
    shut();

    Admission stuck = admit("t1-10", "orders/a");
    open();

    assertThat(stuck)
        .isInstanceOfSatisfying(
            Admission.Refused.class,
            refused -> assertThat(refused.limit()).isEqualTo(Admission.Limit.HISTORY));
    assertThat(new TestReader(admit("t1-10", "orders/a")).readData()).isEqualTo(notes(11));
  }

  /** Each of them may wait for ever: nothing gets a thread back from a disk. */
  @Test
  void aDiskThatIsStuckHoldsSomeThreadsAndSendsTheOthersAway() throws Exception {
    publish("notes");
    CountDownLatch shut = new CountDownLatch(1);
    lookUps = shut;
    List<Thread> threads =
        IntStream.range(0, 32).mapToObj(i -> new Thread(() -> admit("t1-1", "load/" + i))).toList();
    threads.forEach(Thread::start);
    asked.acquireUninterruptibly(32);

    Admission late = admit("t1-1", "load/late");
    shut.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(late).isInstanceOf(Admission.Refused.class);
    assertThat(admit("t1-1", "load/late")).isInstanceOf(Admission.Granted.class);
  }

  @Test
  void aReaderThatHasLeftIsNotReadFor() {
    publish("notes");
    shut();
    List<TestReader> busy = new ArrayList<>();
    for (int i = 1; i <= 4; i++) { // as many as there are threads
      busy.add(reading("t1-" + i));
    }
    asked.acquireUninterruptibly(4);
    TestReader queued = reading("t1-9");
    TestReader left = reading("t1-10");
    left.subscription.ended(CloseReason.CLOSED_BY_CLIENT);

    open();

    assertThat(queued.readData()).isEqualTo(notes(10));
    busy.forEach(one -> assertThat(one.readData()).isNotEmpty());
    assertThat(asked.availablePermits()).isEqualTo(1);
  }

  /** A reader that has asked for its page, and does not wait for it. */
  private TestReader reading(String id) {
    TestReader reader = new TestReader(admit(id, "notes"));
    reader.subscription.read(reader, 1 << 16);
    return reader;
  }

  @Test
  void manyWhoComeWhileAPageIsBeingReadShareIt() {
    publish("notes");
    shut();
    TestReader first = reading("t1-3");
    asked.acquireUninterruptibly();
    List<TestReader> others = IntStream.range(0, 50).mapToObj(i -> reading("t1-3")).toList();

    open();

    assertThat(first.readData()).isEqualTo(notes(4));
    others.forEach(one -> assertThat(one.readData()).isEqualTo(notes(4)));
    assertThat(asked.availablePermits()).isZero();
  }

  @Test
  void nobodyWaitsForAReadThatTheEndOfTheHubHasLeftOut() throws Exception {
    publish("notes");
    shut();
    for (int i = 1; i <= 4; i++) {
      reading("t1-" + i);
    }
    asked.acquireUninterruptibly(4);
    TestReader queued = reading("t1-9");
    assertThat(queued.subscription.feed().readers()[0].isWaiting()).isTrue();

    hub.close(Duration.ZERO);

    assertThat(queued.subscription.feed().readers()[0].isWaiting()).isFalse();
    assertThat(closed.getCount()).isEqualTo(1);
    open();
    assertThat(closed.await(20, SECONDS)).isTrue();
  }
}
