package io.tidings.sse.hub;

import static io.tidings.sse.hub.Markets.PRICE;
import static io.tidings.sse.hub.Markets.PRICES;
import static io.tidings.sse.hub.Markets.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.Environments;
import io.tidings.sse.history.ForgetfulHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What readers get of a history that reaches further back than memory. */
class HubHistoryTest extends HubOnHistory {

  private static final StreamDefinition LONG =
      Markets.with(PRICES.withReplay(new ReplayPolicy(10_000, 1 << 20, null, 0)));

  private void publishLong(int from, int to) {
    StreamPublisher markets = hub().publisher(LONG);
    IntStream.rangeClosed(from, to).forEach(i -> markets.publish(PRICE, "prices/A", "p" + i));
  }

  private TestReader resumeLong() {
    return new TestReader(hub().admit(Markets.resume(LONG, "t1-0", "prices/A")));
  }

  private static List<String> data(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> "p" + i).toList();
  }

  private static String gap(String reason, String first) {
    return "{\"reason\":\""
        + reason
        + "\",\"topic\":\"prices/A\",\"firstAvailable\":"
        + first
        + "}";
  }

  @Test
  void pagesThroughWhatMemoryDoesNotHaveAndGoesOnLive() {
    publishLong(1, 3000);
    TestReader reader = resumeLong();

    assertThat(reader.readData()).isEqualTo(data(1, 3000));
    publishLong(3001, 3001);
    assertThat(reader.readData()).containsExactly("p3001");
  }

  @Test
  void mergesTopicsThatAreBehindWithTopicsThatAreNot() {
    StreamPublisher markets = hub().publisher(STREAM);
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      String topic = i % 50 == 0 ? "prices/B" : "prices/A";
      markets.publish(PRICE, topic, "p" + i);
      expected.add("p" + i);
    }

    assertThat(resume("t1-0", "prices/A", "prices/B").readData()).isEqualTo(expected);
  }

  @Test
  void tellsAGapForWhatHistoryHasTrimmed() {
    StreamDefinition small = Markets.with(PRICES.withReplay(new ReplayPolicy(6, 1000, null, 0)));
    for (int i = 1; i <= 20; i++) {
      hub().publisher(small).publish(PRICE, "prices/A", "p" + i);
    }

    TestReader reader = new TestReader(hub().admit(Markets.resume(small, "t1-9", "prices/A")));

    assertThat(reader.readData())
        .startsWith(gap("trimmed", "\"t1-15\""))
        .endsWith("p15", "p16", "p17", "p18", "p19", "p20")
        .hasSize(7);
  }

  @Test
  void tellsAGapForAnEventThatHistoryHides() {
    history = new ForgetfulHistory(5);
    publish(1, 20);

    assertThat(resume("t1-2", "prices/A").readData())
        .startsWith("p3", "p4", gap("trimmed", "\"t1-6\""), "p6")
        .hasSize(18);
  }

  @Test
  void tellsAnEpochGapToAClientOfAnotherHistoryAndThenAllThatIsKept() {
    publish(1, 20);

    assertThat(resume("t7-2", "prices/A").readData())
        .startsWith(gap("epoch", "\"t1-1\""), "p1", "p2")
        .hasSize(21);
  }

  @Test
  void readsStorageOnceForAllWhoResumeFromTheSamePlace() {
    publishLong(1, 1050);
    List<TestReader> readers = IntStream.range(0, 10_000).mapToObj(i -> resumeLong()).toList();

    List<String> expected = data(1, 1050);
    readers.forEach(reader -> assertThat(reader.readData()).isEqualTo(expected));

    assertThat(history.pagesRead.get()).isEqualTo(2);
  }

  @Test
  void refusesToPublishWhatCannotBeStoredAndGoesOnWhenItCan() {
    publish(1, 1);
    TestReader live = resume("t1-0", "prices/A");
    assertThat(live.readData()).containsExactly("p1");
    history.failure = "disk must have room; was full";

    assertThatThrownBy(() -> publish(2, 2))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("prices/A")
        .hasMessageContaining("disk must have room; was full");
    assertThat(live.readData()).isEmpty();

    history.failure = null;
    publish(3, 3);
    assertThat(live.readData()).containsExactly("p3");
    assertThat(hub().publisher(STREAM).topic("prices/A").lastEventId()).contains("t1-2");
  }

  @Test
  void tellsAGapForWhatCannotBeReadAndGoesOnFromMemory() {
    publish(1, 20);
    TestReader reader = resume("t1-2", "prices/A");
    history.failure = "page must be whole; was not";

    assertThat(reader.readData()).containsExactly(gap("trimmed", "null"));
    history.failure = null;
    publish(21, 21);
    assertThat(reader.readData()).containsExactly("p21");
  }

  @Test
  void cutsAReplayThatIsLongerThanAllowed() {
    hub().close(Duration.ZERO);
    running = builder().replayLimit(10, 1 << 20).build();
    publish(1, 100);

    assertThat(resume("t1-2", "prices/A").readData())
        .startsWith(gap("limit", "\"t1-91\""), "p91")
        .endsWith("p100")
        .hasSize(11);
    assertThat(resume("t1-95", "prices/A").readData()).isEqualTo(data(96, 100));
  }

  @Test
  void cutsAReplayFromMemoryToo() {
    Hub memory =
        Hub.builder().environment(Environments.manual(timer)).replayLimit(3, 1 << 20).build();
    for (int i = 1; i <= 9; i++) {
      memory.publisher(STREAM).publish(PRICE, "prices/A", "p" + i);
    }

    TestReader reader = new TestReader(memory.admit(Markets.resume(STREAM, "t1-2", "prices/A")));

    assertThat(reader.readData()).containsExactly(gap("limit", "\"t1-7\""), "p7", "p8", "p9");
  }

  @Test
  void publishesFromManyThreadsInOneOrder() throws Exception {
    TestReader reader = resume(null, "prices/A");
    reader.read();
    CountDownLatch done = new CountDownLatch(8);
    StreamPublisher markets = hub().publisher(STREAM);
    for (int i = 0; i < 8; i++) {
      String name = "n" + i + "-";
      new Thread(
              () -> {
                IntStream.range(0, 100).forEach(n -> markets.publish(PRICE, "prices/A", name + n));
                done.countDown();
              })
          .start();
    }
    done.await();

    List<Block> live = reader.read();

    assertThat(live).hasSize(800);
    assertThat(live.stream().map(Block::id))
        .isEqualTo(IntStream.rangeClosed(1, 800).mapToObj(i -> "t1-" + i).toList());
    assertThat(resume("t1-0", "prices/A").read().subList(0, 800)).isEqualTo(live);
  }
}
