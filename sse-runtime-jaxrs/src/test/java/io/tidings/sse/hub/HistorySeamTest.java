package io.tidings.sse.hub;

import static io.tidings.sse.hub.Markets.PRICE;
import static io.tidings.sse.hub.Markets.PRICES;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.event.EventId;
import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import io.tidings.sse.history.ListHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers that come while an event is in the history, and memory does not have it yet. */
class HistorySeamTest {

  private volatile @Nullable Runnable whileStoring;
  private final ListHistory history =
      new ListHistory() {
        @Override
        public List<Position> append(List<Append> batch) {
          List<Position> stored = super.append(batch);
          Runnable action = whileStoring;
          whileStoring = null;
          if (action != null) {
            action.run();
          }
          return stored;
        }
      };
  private final Hub hub =
      Hub.builder()
          .environment(Environments.manual(new ManualTimer()))
          .codec(Markets.CODEC)
          .history(history)
          .memory(4, 1 << 20)
          .build();
  private final List<Block> seen = new ArrayList<>();
  private @Nullable TestReader reader;

  @AfterEach
  void close() {
    hub.close(Duration.ZERO);
  }

  private void publish(StreamDefinition stream, int from, int to) {
    for (int i = from; i <= to; i++) {
      hub.publisher(stream).publish(PRICE, "prices/A", "p" + i);
    }
  }

  private void readOn() {
    TestReader present = reader;
    if (present != null) {
      seen.addAll(present.read());
    }
  }

  /** Has a reader come with this id while the next event is being stored. */
  private void comeWhileStoring(StreamDefinition stream, @Nullable String id) {
    whileStoring =
        () -> {
          reader = new TestReader(hub.admit(Markets.resume(stream, id, "prices/A")));
          readOn();
        };
  }

  /** Publishes this event, and has a reader come with this id while it is being stored. */
  private void comeWhileStoring(StreamDefinition stream, @Nullable String id, int event) {
    comeWhileStoring(stream, id);
    publish(stream, event, event);
    readOn();
  }

  private List<Long> sequences() {
    return seen.stream()
        .filter(block -> block.isEvent() && block.id() != null)
        .map(block -> EventId.parse(block.id()).orElseThrow().sequence())
        .toList();
  }

  private static StreamDefinition kept(int events, int onConnect) {
    return Markets.with(PRICES.withReplay(new ReplayPolicy(events, 1 << 20, null, onConnect)));
  }

  @Test
  void aReaderGetsAnEventOnceThatItsPageHasAndMemoryHasNot() {
    StreamDefinition stream = kept(100, 0);
    publish(stream, 1, 10);

    comeWhileStoring(stream, "t1-3", 11);
    publish(stream, 12, 13);
    readOn();

    assertThat(sequences()).containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
  }

  @Test
  void aNewcomerGetsAnEventOnceThatItsPageHasAndMemoryHasNot() {
    StreamDefinition stream = kept(100, 6);
    publish(stream, 1, 10);

    comeWhileStoring(stream, null, 11);
    publish(stream, 12, 13);
    readOn();

    assertThat(sequences()).containsExactly(6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
  }

  @Test
  void aReaderIsToldOfAnEventThatIsTrimmedBeforeMemoryHasItsSuccessor() {
    StreamDefinition stream = kept(2, 0);
    publish(stream, 1, 10);

    comeWhileStoring(stream, "t1-3", 11);
    publish(stream, 12, 13);
    readOn();

    assertThat(seen.get(0).data()).contains("\"trimmed\"").contains("\"t1-10\"");
    assertThat(sequences()).containsExactly(10L, 11L, 12L, 13L);
  }

  @Test
  void aReaderThatIsSlowerThanMemoryGoesOnInHistory() {
    StreamDefinition stream = kept(100, 0);
    publish(stream, 1, 10);

    comeWhileStoring(stream, "t1-3");
    publish(stream, 11, 30);
    readOn();

    assertThat(sequences()).hasSize(27).startsWith(4L).endsWith(30L).doesNotHaveDuplicates();
  }

  @Test
  void aReaderThatComesWhileItsTopicEndsGetsTheRestAndTheEnd() {
    StreamDefinition stream = kept(100, 0);
    publish(stream, 1, 10);
    comeWhileStoring(stream, "t1-3");

    hub.publisher(stream).topic("prices/A").complete();
    readOn();

    assertThat(sequences()).containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    assertThat(seen.stream().map(Block::type)).contains("sse-end");
    assertThat(reader).satisfies(one -> assertThat(one.hasEnded()).isTrue());
    assertThat(hub.admit(Markets.resume(stream, "t1-11", "prices/A")))
        .isInstanceOf(Admission.Finished.class);
  }

  /** Truly at once: from threads of their own, while others publish. */
  @Test
  @Timeout(60)
  void theSameCursorUsedOnManyThreadsAtOnceServesAll() throws Exception {
    StreamDefinition stream = kept(1000, 0);
    publish(stream, 1, 100);
    int most = 400;
    CyclicBarrier together = new CyclicBarrier(5);
    ExecutorService threads = Executors.newFixedThreadPool(5);
    List<Future<List<Long>>> reads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      reads.add(threads.submit(() -> readThrough(stream, most, together)));
    }
    threads
        .submit(
            () -> {
              together.await();
              publish(stream, 101, most);
              return true;
            })
        .get();

    for (Future<List<Long>> read : reads) {
      assertThat(read.get()).isEqualTo(LongStream.rangeClosed(4, most).boxed().toList());
    }
    threads.shutdown();
  }

  private List<Long> readThrough(StreamDefinition stream, long last, CyclicBarrier together)
      throws Exception {
    together.await();
    TestReader own = new TestReader(hub.admit(Markets.resume(stream, "t1-3", "prices/A")));
    List<Long> sequences = new ArrayList<>();
    while (sequences.isEmpty() || sequences.get(sequences.size() - 1) < last) {
      own.read().stream()
          .filter(block -> block.isEvent() && block.id() != null)
          .forEach(block -> sequences.add(EventId.parse(block.id()).orElseThrow().sequence()));
    }
    return sequences;
  }

  @Test
  void theSameCursorUsedTwiceAtOnceServesBoth() {
    StreamDefinition stream = kept(100, 0);
    publish(stream, 1, 10);
    TestReader one = new TestReader(hub.admit(Markets.resume(stream, "t1-3", "prices/A")));
    TestReader other = new TestReader(hub.admit(Markets.resume(stream, "t1-3", "prices/A")));
    List<Block> toOne = new ArrayList<>(one.read());
    List<Block> toOther = new ArrayList<>(other.read());

    publish(stream, 11, 12);
    toOther.addAll(other.read());
    toOne.addAll(one.read());

    assertThat(toOne).isEqualTo(toOther);
    assertThat(toOne.stream().filter(Block::isEvent)).hasSize(9);
  }
}
