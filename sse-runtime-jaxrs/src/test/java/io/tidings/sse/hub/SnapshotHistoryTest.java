package io.tidings.sse.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import io.tidings.sse.history.ListHistory;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Snapshots of topics whose events outlive the hub, and of which memory has less than is kept. */
@Timeout(30)
class SnapshotHistoryTest {

  private final FakeSources sources = new FakeSources();
  private final ManualTimer timer = new ManualTimer();
  private final AgingHistory history = new AgingHistory();
  private Hub hub = hub(builder());

  /** Where everything is too old when a test says so. */
  private static final class AgingHistory extends ListHistory {

    private volatile boolean hideAll;
    private volatile long hidden;

    @Override
    public Page page(String stream, String topic, long after, int maxEvents, long maxBytes) {
      Page page = super.page(stream, topic, after, maxEvents, maxBytes);
      List<Stored> events =
          page.events().stream().filter(event -> !hideAll && event.sequence() != hidden).toList();
      long floor = hideAll ? page.head() : page.floor();
      return new Page(events, page.head(), floor, hideAll || page.complete());
    }
  }

  private HubBuilder builder() {
    return Hub.builder()
        .environment(Environments.manual(timer))
        .history(history)
        .memory(2, 1 << 20)
        .sources(sources);
  }

  private static Hub hub(HubBuilder builder) {
    return builder.build();
  }

  @AfterEach
  void close() {
    sources.release();
    hub.close(Duration.ZERO);
  }

  private void note(String topic, int from, int to) {
    for (int i = from; i <= to; i++) {
      hub.publisher(Machine.STREAM).publish(Machine.NOTE, topic, "n" + i);
    }
  }

  private List<Block> connect(@Nullable String lastEventId, String... topics) {
    return new TestReader(hub.admit(Machine.request(lastEventId, topics))).opening();
  }

  private static List<String> texts(List<Block> blocks) {
    return blocks.stream()
        .map(block -> (block.id() == null ? "" : block.id() + " ") + block.data())
        .toList();
  }

  private static String gap(String reason, String topic, String first) {
    return "{\"reason\":\"%s\",\"topic\":\"%s\",\"firstAvailable\":%s}"
        .formatted(reason, topic, first);
  }

  @Test
  void aReaderThatHasLostEventsInHistoryIsToldAndGetsTheStateInsteadOfWhatIsLeft() {
    note("brief/a", 1, 6);

    assertThat(texts(connect("t1-1", "brief/a")))
        .containsExactly(gap("trimmed", "brief/a", "null"), "t1-6 1", "t1-6 null");
    assertThat(sources.asked("a")).isEqualTo(1);
  }

  @Test
  void aReaderWhoseEventsAreKeptGetsThemAndNoState() {
    note("orders/a", 1, 6);

    assertThat(texts(connect("t1-2", "orders/a")))
        .containsExactly("t1-3 n3", "t1-4 n4", "t1-5 n5", "t1-6 n6", "t1-6 null");
    assertThat(sources.asked("a")).isZero();
  }

  /** The hub looks for old events every five seconds: this one gets too old in between. */
  @Test
  void aReaderWhoseEventsGetTooOldAsItComesGetsTheState() {
    TopicDefinition aging =
        TopicDefinition.of("Aging", "aging")
            .withEvent(Machine.ORDERS_OF_ALL)
            .withEvent(Machine.NOTE)
            .withReplay(new ReplayPolicy(100, 1 << 20, Duration.ofSeconds(10), 0));
    StreamDefinition stream =
        StreamDefinition.of(SnapshotHistoryTest.class, "/machine").withTopic(aging);
    StreamPublisher publisher = hub.publisher(stream);
    timer.advance(Duration.ofSeconds(1));
    publisher.publish(Machine.NOTE, "aging", "n1");
    publisher.publish(Machine.NOTE, "aging", "n2");
    timer.advance(Duration.ofSeconds(11));
    history.hideAll = true;

    TestReader reader =
        new TestReader(
            hub.admit(
                new SubscriptionRequest(
                    stream, "machine", List.of("aging"), false, "t1-1", null, null)));

    assertThat(texts(reader.opening()))
        .containsExactly(gap("trimmed", "aging", "null"), "t1-2 1", "t1-2 null");
  }

  @Test
  void aReaderThatFindsAHoleOnItsWayComesBackAndGetsTheStateInstead() {
    note("orders/a", 1, 20);
    history.hidden = 10;

    TestReader reader = new TestReader(hub.admit(Machine.request("t1-7", "orders/a")));
    List<Block> blocks = reader.read();

    assertThat(texts(blocks.subList(0, 3))).containsExactly("t1-8 n8", "t1-9 n9", "t1-9 null");
    assertThat(reader.hasEnded()).isTrue();
    assertThat(texts(connect("t1-9", "orders/a")))
        .containsExactly(gap("trimmed", "orders/a", "null"), "t1-20 1", "t1-20 null");
  }

  @Test
  void aReaderThatMayNotReplaySoMuchGetsTheStateInstead() {
    hub.close(Duration.ZERO);
    hub = hub(builder().replayLimit(3, 1 << 20));
    note("orders/a", 1, 9);

    assertThat(texts(connect("t1-2", "orders/a")))
        .containsExactly(gap("limit", "orders/a", "null"), "t1-9 1", "t1-9 null");
  }

  @Test
  void aReaderWhoseSourceThrowsIsToldAndGetsWhatIsKept() {
    sources.say("throw");
    note("brief/a", 1, 6);

    assertThat(texts(connect("t1-1", "brief/a")))
        .containsExactly(gap("trimmed", "brief/a", "\"t1-5\""), "t1-5 n5", "t1-6 n6", "t1-6 null");
  }

  @Test
  void aReaderOfAnotherHistoryGetsTheStateAndThenTheLog() {
    note("orders/a", 1, 6);

    assertThat(texts(connect("t9-2", "orders/a")))
        .containsExactly(gap("epoch", "orders/a", "null"), "t1-6 1", "t1-6 null");
  }

  @Test
  void aNewcomerGetsTheStateAfterARestartToo() {
    note("orders/a", 1, 6);
    hub.close(Duration.ZERO);
    hub = hub(builder());

    assertThat(texts(connect(null, "orders/a"))).containsExactly("t1-6 1", "t1-6 null");
  }
}
