package io.tidings.sse.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.hub.History;
import io.tidings.sse.hub.History.Append;
import io.tidings.sse.hub.History.Page;
import io.tidings.sse.hub.History.Position;
import io.tidings.sse.hub.History.Stored;
import io.tidings.sse.hub.HistoryException;
import io.tidings.sse.hub.ReplayPolicy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every {@link History} must do; a subclass brings one. */
public abstract class HistoryContract {

  private static final ReplayPolicy LOTS = new ReplayPolicy(100_000, 1 << 30, null, 0);

  private final AtomicInteger epochs = new AtomicInteger();
  private @Nullable History opened;

  /** The history in the same place as in the call before, which was closed. */
  protected abstract History open();

  /** The history, with this stream in it. */
  private History history() {
    History known = opened;
    if (known == null) {
      known = open();
      opened = known;
      known.open("s", this::epoch);
    }
    return known;
  }

  private String epoch() {
    return "e" + epochs.incrementAndGet();
  }

  private History reopened() {
    close();
    return history();
  }

  /** Closes what a test has used. */
  @AfterEach
  void close() {
    History known = opened;
    opened = null;
    if (known != null) {
      known.close();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Append event(String topic, String text, ReplayPolicy retention) {
    return new Append("s", topic, "price", null, bytes(text), null, retention, false);
  }

  private static Append event(String topic, String text) {
    return event(topic, text, LOTS);
  }

  private static Append keyed(String topic, String text, String key) {
    return new Append("s", topic, "price", null, bytes(text), key, LOTS, false);
  }

  private static Append last(String topic) {
    return new Append("s", topic, "sse-end", null, bytes("end"), null, LOTS, true);
  }

  private long append(Append event) {
    return history().append(List.of(event)).get(0).sequence();
  }

  private List<Stored> all(String topic) {
    return history().page("s", topic, 0, Integer.MAX_VALUE, Long.MAX_VALUE).events();
  }

  private static List<String> texts(List<Stored> events) {
    return events.stream().map(one -> new String(one.data(), StandardCharsets.UTF_8)).toList();
  }

  private static List<Long> sequences(List<Stored> events) {
    return events.stream().map(Stored::sequence).toList();
  }

  @Test
  void knowsAStreamWhenItWasOpenedAndMakesNoneForAsking() {
    assertThat(history().isKnown("s")).isTrue();
    assertThat(history().isKnown("x")).isFalse();
    assertThat(history().topics("x")).isEmpty();
    assertThat(history().topic("x", "a")).isEqualTo(new History.TopicState(0, 0, false));
    assertThat(history().page("x", "a", 0, 10, 10)).isEqualTo(new Page(List.of(), 0, 0, true));
    assertThat(history().before("x", "a", 1, 10, null)).isZero();
    assertThat(history().isKnown("x")).isFalse();
    assertThat(reopened().isKnown("s")).isTrue();
  }

  @Test
  void givesEveryEventOfAStreamTheNextSequence() {
    List<Position> positions =
        history().append(List.of(event("a", "1"), event("b", "2"), event("a", "3")));

    assertThat(positions)
        .containsExactly(new Position(1, false), new Position(2, false), new Position(3, false));
    assertThat(append(event("c", "4"))).isEqualTo(4);
  }

  @Test
  void countsEachStreamForItself() {
    history().open("t", this::epoch);
    append(event("a", "1"));

    Append other = new Append("t", "a", "price", null, bytes("x"), null, LOTS, false);

    assertThat(history().append(List.of(other)).get(0).sequence()).isEqualTo(1);
    assertThat(texts(all("a"))).containsExactly("1");
  }

  @Test
  void bringsBackWhatWasStored() {
    byte[] data = new byte[256];
    IntStream.range(0, 256).forEach(i -> data[i] = (byte) i);
    append(new Append("s", "a/%C3%A9", "typ\u00e9", "bob ' \u00fc", data, null, LOTS, false));

    Stored stored = all("a/%C3%A9").get(0);

    assertThat(stored.data()).isEqualTo(data);
    assertThat(stored.type()).isEqualTo("typ\u00e9");
    assertThat(stored.audience()).isEqualTo("bob ' \u00fc");
  }

  @Test
  void linksEachEventToTheOneBeforeItInItsTopic() {
    history().append(List.of(event("a", "1"), event("b", "2"), event("a", "3"), event("a", "4")));

    assertThat(all("a").stream().map(Stored::prev)).containsExactly(0L, 1L, 3L);
    assertThat(all("b").stream().map(Stored::prev)).containsExactly(0L);
  }

  @Test
  void pagesThroughATopicWithoutAHole() {
    history().append(IntStream.range(0, 1000).mapToObj(i -> event("a", "p" + i)).toList());

    List<Stored> read = new ArrayList<>();
    long after = 0;
    Page page;
    do {
      page = history().page("s", "a", after, 77, Long.MAX_VALUE);
      assertThat(page.events()).hasSizeLessThanOrEqualTo(77).isNotEmpty();
      assertThat(page.head()).isEqualTo(1000);
      read.addAll(page.events());
      after = read.get(read.size() - 1).sequence();
    } while (!page.complete());

    assertThat(sequences(read)).isEqualTo(LongStream.rangeClosed(1, 1000).boxed().toList());
    assertThat(texts(read)).isEqualTo(IntStream.range(0, 1000).mapToObj(i -> "p" + i).toList());
  }

  @Test
  void endsAPageByItsBytesButNeverBeforeOneEvent() {
    history().append(List.of(event("a", "12345"), event("a", "12345"), event("a", "12345")));

    assertThat(history().page("s", "a", 0, 10, 12).events()).hasSize(2);
    assertThat(history().page("s", "a", 0, 10, 12).complete()).isFalse();
    assertThat(history().page("s", "a", 0, 10, 1).events()).hasSize(1);
    assertThat(history().page("s", "a", 2, 10, 5).complete()).isTrue();
  }

  @Test
  void findsNothingInATopicThatItDoesNotKnow() {
    append(event("a", "1"));

    assertThat(history().page("s", "x", 0, 10, 10).events()).isEmpty();
    assertThat(history().page("s", "x", 0, 10, 10).complete()).isTrue();
    assertThat(history().topic("s", "x").completed()).isFalse();
    assertThat(history().before("s", "x", 1, 10, null)).isZero();
  }

  @Test
  void keepsNoMoreEventsThanAsked() {
    ReplayPolicy three = new ReplayPolicy(3, 1 << 20, null, 0);
    IntStream.rangeClosed(1, 500).forEach(i -> append(event("a", "p" + i, three)));

    Page page = history().page("s", "a", 0, 10, Long.MAX_VALUE);

    assertThat(texts(page.events())).containsExactly("p498", "p499", "p500");
    assertThat(page.floor()).isEqualTo(497);
    assertThat(page.events().get(0).prev()).isEqualTo(497);
  }

  @Test
  void keepsNoMoreBytesThanAsked() {
    ReplayPolicy ten = new ReplayPolicy(1000, 10, null, 0);
    IntStream.rangeClosed(101, 600).forEach(i -> append(event("a", "p" + i, ten)));

    assertThat(texts(all("a"))).containsExactly("p599", "p600");
  }

  @Test
  void givesAPlaceToWhatIsNotKept() {
    append(event("a", "kept"));
    append(event("b", "gone", ReplayPolicy.NONE));
    append(new Append("s", "", "price", null, bytes("x"), null, ReplayPolicy.NONE, false));

    assertThat(append(event("b", "kept too"))).isEqualTo(4);
    assertThat(texts(all("b"))).containsExactly("kept too");
    assertThat(all("b").get(0).prev()).isEqualTo(2);
    assertThat(history().topics("s")).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void storesAnEventWithAKeyOnce() {
    long first = append(keyed("a", "one", "k"));
    append(event("a", "two"));

    List<Position> again = history().append(List.of(keyed("a", "x", "k"), keyed("b", "y", "k")));

    assertThat(again).containsExactly(new Position(first, true), new Position(3, false));
    assertThat(texts(all("a"))).containsExactly("one", "two");
  }

  @Test
  void storesAnEventWithAKeyOnceWithinABatch() {
    List<Position> both = history().append(List.of(keyed("a", "1", "k"), keyed("a", "2", "k")));

    assertThat(both).containsExactly(new Position(1, false), new Position(1, true));
  }

  @Test
  void knowsTheNewestKeys() {
    List<Append> many = new ArrayList<>();
    IntStream.rangeClosed(0, History.KEYS - 1).forEach(i -> many.add(keyed("a", "x", "k" + i)));
    history().append(many);

    assertThat(append(keyed("a", "x", "k0"))).isEqualTo(1);
    assertThat(append(keyed("a", "x", "k" + (History.KEYS - 1)))).isEqualTo(History.KEYS);
  }

  @Test
  void keepsTheLastEventOfATopicWhateverIsKept() {
    append(event("a", "1", ReplayPolicy.NONE));
    append(new Append("s", "a", "sse-end", null, bytes("end"), null, ReplayPolicy.NONE, true));

    assertThat(texts(all("a"))).containsExactly("end");
    assertThat(history().topic("s", "a"))
        .satisfies(
            state -> {
              assertThat(state.head()).isEqualTo(2);
              assertThat(state.completed()).isTrue();
            });
  }

  @Test
  void findsTheNewestEventsThatAReaderMaySee() {
    for (String audience : new String[] {"bob", "eve", null, "bob", "eve", "eve"}) {
      append(new Append("s", "a", "price", audience, bytes("12345"), null, LOTS, false));
    }
    History history = history();

    assertThat(history.before("s", "a", 2, Long.MAX_VALUE, "bob")).isBetween(1L, 2L);
    assertThat(history.before("s", "a", 1, Long.MAX_VALUE, "bob")).isEqualTo(3);
    assertThat(history.before("s", "a", 9, 10, "eve")).isEqualTo(3);
    assertThat(history.before("s", "a", 9, Long.MAX_VALUE, null)).isZero();
  }

  @Test
  void isTheSameAfterItWasClosedAndOpened() {
    history().append(List.of(event("a", "1"), event("b", "2"), keyed("a", "3", "k"), last("b")));
    List<Long> before = sequences(all("a"));

    History again = reopened();

    assertThat(again.open("s", this::epoch)).isEqualTo(new History.StreamState("e1", 4));
    assertThat(sequences(all("a"))).isEqualTo(before);
    assertThat(texts(all("a"))).containsExactly("1", "3");
    assertThat(again.topic("s", "b").completed()).isTrue();
    assertThat(again.topic("s", "a").head()).isEqualTo(3);
    assertThat(append(keyed("a", "x", "k"))).isEqualTo(3);
    assertThat(append(event("a", "5"))).isEqualTo(5);
    assertThat(all("a").get(2).prev()).isEqualTo(3);
  }

  @Test
  void storesNothingOfABatchThatFails() {
    append(event("a", "1"));
    Append foreign = new Append("never opened", "a", "x", null, bytes("x"), null, LOTS, false);

    assertThatThrownBy(() -> history().append(List.of(event("a", "2"), foreign)))
        .isInstanceOf(HistoryException.class);

    assertThat(texts(all("a"))).containsExactly("1");
    assertThat(append(event("a", "next"))).isEqualTo(2);
  }

  @Test
  void showsReadersWholeBatchesInOrderWhileItIsWritten() throws Exception {
    History history = history();
    AtomicBoolean writing = new AtomicBoolean(true);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<Long>> readers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      readers.add(threads.submit(() -> follow(history, writing)));
    }

    for (int i = 0; i < 300; i++) {
      history.append(List.of(event("a", "1"), event("b", "2"), event("a", "3")));
    }
    writing.set(false);

    for (Future<Long> reader : readers) {
      assertThat(reader.get()).isEqualTo(900);
    }
    threads.shutdown();
  }

  /** Reads until the end, and says where that is; fails at a hole. */
  private static Long follow(History history, AtomicBoolean writing) {
    long after = 0;
    boolean goesOn = true;
    while (goesOn) {
      boolean isLast = !writing.get();
      Page page = history.page("s", "a", after, 50, Long.MAX_VALUE);
      for (Stored event : page.events()) {
        if (event.prev() != after) {
          throw new AssertionError("event before " + event.sequence() + " must be " + after);
        }
        after = event.sequence();
      }
      if (page.complete() && page.head() % 3 == 1) {
        throw new AssertionError("a batch must be seen whole; was its first event alone");
      }
      goesOn = !isLast || !page.complete();
    }
    return after;
  }
}
