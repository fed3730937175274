package io.tidings.sse.hub;

import static io.tidings.sse.fixture.Block.event;
import static io.tidings.sse.fixture.Block.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.event.EventId;
import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.Environments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What those get who come to a topic whose state a source knows. */
class SnapshotTest extends SourcedHub {

  private final StreamPublisher machine = hub.publisher(Machine.STREAM);

  private void note(String topic, String text) {
    machine.publish(Machine.NOTE, topic, text);
  }

  private static Block gap(String reason, String topic, String first) {
    String data =
        "{\"reason\":\"" + reason + "\",\"topic\":\"" + topic + "\",\"firstAvailable\":" + first;
    return event("sse-gap", null, data + "}");
  }

  private void awaitAsked(String name, int times) {
    soon().until(() -> sources.asked(name) == times);
  }

  @Test
  void givesANewcomerTheStateInsteadOfHistoryAndThenTheLog() {
    note("orders/a", "n1");

    TestReader reader = connect(null, "orders/a");

    assertThat(reader.opening()).containsExactly(event("orders", "t1-1", "1"), position("t1-1"));
    note("orders/a", "n2");
    assertThat(reader.read()).containsExactly(event("note", "t1-2", "n2"));
  }

  @Test
  void takesThePositionBeforeItAsksSoThatNothingBetweenIsLost() {
    sources.hang("a");
    note("orders/a", "n1");
    TestReader reader = connect(null, "orders/a");
    awaitAsked("a", 1);

    note("orders/a", "n2");
    assertThat(reader.read()).isEmpty();
    sources.release();

    assertThat(reader.opening())
        .containsExactly(
            event("orders", "t1-1", "1"), position("t1-1"), event("note", "t1-2", "n2"));
  }

  @Test
  void aReaderWithAUsableCursorGetsWhatItMissedAndNoSnapshot() {
    note("orders/a", "n1");
    note("orders/a", "n2");

    assertThat(connect("t1-1", "orders/a").opening())
        .containsExactly(event("note", "t1-2", "n2"), position("t1-2"));
    assertThat(sources.asked("a")).isZero();
  }

  @Test
  void aReaderThatMeetsAGapIsToldAndGetsTheStateInsteadOfWhatIsLeft() {
    for (int i = 1; i <= 4; i++) {
      note("brief/a", "n" + i);
    }
    sources.hang("a");

    TestReader reader = connect("t1-1", "brief/a");
    assertThat(reader.read()).containsExactly(gap("trimmed", "brief/a", "\"t1-3\""));
    sources.release();

    assertThat(reader.opening()).containsExactly(event("orders", "t1-4", "1"), position("t1-4"));
  }

  @Test
  void newcomersWhoComeTogetherShareOneCall() {
    sources.hang("a");
    List<TestReader> readers =
        IntStream.range(0, 5).mapToObj(i -> connect(null, "orders/a")).toList();
    awaitAsked("a", 1);

    note("notes", "of another topic");
    TestReader late = connect(null, "orders/a");
    sources.release();

    assertThat(late.opening()).containsExactly(event("orders", "t1-1", "1"), position("t1-1"));
    assertThat(readers)
        .allSatisfy(
            reader ->
                assertThat(reader.opening())
                    .containsExactly(event("orders", "t1-0", "1"), position("t1-0")));
    assertThat(sources.asked("a")).isEqualTo(1);
  }

  @Test
  void whoComesLaterSharesTheCallWithItsPositionAndReadsTheLogFromThere() {
    sources.hang("a");
    note("orders/a", "n1");
    connect(null, "orders/a");
    awaitAsked("a", 1);
    note("orders/a", "n2");

    TestReader late = connect(null, "orders/a");
    sources.release();

    assertThat(late.opening())
        .containsExactly(
            event("orders", "t1-1", "1"), position("t1-1"), event("note", "t1-2", "n2"));
    assertThat(sources.asked("a")).isEqualTo(1);
  }

  /** An older call is not for it: its position would take the client back to what it has seen. */
  @Test
  void whoHasSeenMoreThanTheCallUnderWayOfOtherTopicsSharesTheNextOne() {
    Hub limited = hub(Hub.builder().replayLimit(2, 1 << 20));
    StreamPublisher publisher = limited.publisher(Machine.STREAM);
    publisher.publish(Machine.NOTE, "orders/a", "n1");
    sources.hang("a");
    limited.admit(Machine.request(null, "orders/a"));
    awaitAsked("a", 1);
    List.of("n2", "n3").forEach(text -> publisher.publish(Machine.NOTE, "notes", text));
    List.of("n4", "n5", "n6").forEach(text -> publisher.publish(Machine.NOTE, "orders/a", text));

    TestReader late = new TestReader(limited.admit(Machine.request("t1-3", "orders/a", "notes")));
    sources.say("2");
    sources.release();

    assertThat(late.opening())
        .containsExactly(
            gap("limit", "orders/a", "\"t1-6\""),
            event("orders/a#orders", "t1-6", "2"),
            position("t1-6"));
    limited.close(Duration.ZERO);
  }

  private Hub hub(HubBuilder builder) {
    return builder.environment(Environments.manual(timer)).sources(sources).build();
  }

  @Test
  void whoComesTooLateForTheLogToReachBackSharesTheNextCall() {
    sources.hang("a");
    connect(null, "brief/a");
    awaitAsked("a", 1);
    for (int i = 1; i <= 3; i++) {
      note("brief/a", "n" + i);
    }

    TestReader late = connect(null, "brief/a");
    TestReader later = connect(null, "brief/a");
    sources.say("2");
    sources.release();

    assertThat(late.opening()).containsExactly(event("orders", "t1-3", "2"), position("t1-3"));
    assertThat(later.opening()).containsExactly(event("orders", "t1-3", "2"), position("t1-3"));
    assertThat(sources.asked("a")).isEqualTo(2);
  }

  @Test
  void losesNothingBetweenTheStateAndTheLogWhileOthersPublish() throws Exception {
    int rounds = 40;
    int each = 50;
    Semaphore permits = new Semaphore(0);
    Thread publisher =
        new Thread(
            () -> {
              for (int i = 1; i <= rounds * each; i++) {
                permits.acquireUninterruptibly();
                sources.say(Integer.toString(i)); // the state is never behind the log
                note("orders/a", Integer.toString(i));
              }
            });
    publisher.start();

    for (int round = 1; round <= rounds; round++) {
      permits.release(each);
      TestReader reader = connect(null, "orders/a");
      List<Long> numbers = new ArrayList<>();
      List<Block> blocks = reader.opening();
      String last = Integer.toString(round * each);
      soon().until(() -> machine.topic("orders/a").lastEventId().orElse("").equals("t1-" + last));
      blocks.addAll(reader.read());
      long position = EventId.parse(blocks.get(0).id()).orElseThrow().sequence();
      blocks.stream().skip(2).map(Block::data).map(Long::valueOf).forEach(numbers::add);
      assertThat(blocks.get(0).type()).isEqualTo("orders");
      assertThat(Long.parseLong(blocks.get(0).data())).isGreaterThanOrEqualTo(position);
      assertThat(numbers)
          .isEqualTo(LongStream.rangeClosed(position + 1, (long) round * each).boxed().toList());
      reader.subscription.ended(CloseReason.CLOSED_BY_CLIENT);
    }
    publisher.join();
  }

  @Test
  void severalSnapshotsHaveOnePositionThatOnlyTheLastCarries() {
    note("orders/a", "n1");
    note("notes", "n2");

    assertThat(connect(null, "orders/a", "notes", "orders/b").opening())
        .containsExactly(
            event("orders/a#orders", null, "1"),
            event("orders/b#orders", "t1-2", "1"),
            position("t1-2"));
  }

  @Test
  void replaysTheOtherTopicsOfAReaderThatComesBackAndAllInOrder() {
    note("notes", "n1");
    note("notes", "n2");

    assertThat(connect("t9-1", "orders/a", "notes").opening())
        .containsExactly(
            gap("epoch", "orders/a", "null"),
            gap("epoch", "notes", "\"t1-1\""),
            event("notes#note", "t1-1", "n1"),
            event("notes#note", "t1-2", "n2"),
            event("orders/a#orders", "t1-2", "1"),
            position("t1-2"));
  }

  @Test
  void aSourceThatThrowsIsReportedAndTheReaderGoesOnWithWhatThereIs() {
    sources.say("throw");
    note("orders/a", "n1");

    TestReader reader = connect("t9-1", "orders/a");

    assertThat(reader.opening())
        .containsExactly(
            gap("epoch", "orders/a", "\"t1-1\""), event("note", "t1-1", "n1"), position("t1-1"));
    soon().until(() -> failures.size() == 1);
    assertThat(failures.get(0))
        .hasMessageStartingWith("source Sources of topic machine/orders/a must answer; threw ");
  }

  @Test
  void aSourceThatHangsIsInterruptedAndReportedAndTheReaderGoesOn() {
    sources.hang("a");
    note("orders/a", "n1");
    TestReader reader = connect(null, "orders/a");
    awaitAsked("a", 1);

    timer.advance(Duration.ofSeconds(9));
    assertThat(reader.read()).isEmpty();
    timer.advance(Duration.ofSeconds(2));

    assertThat(reader.opening()).containsExactly(position("t1-1"));
    soon().until(() -> failures.size() == 1 && sources.interrupted.get() == 1);
    assertThat(failures.get(0)).hasMessageContaining("must answer within PT10S; was interrupted");
    soon().until(() -> hub.sourcesUnderWay() == 0);
    sources.release();
    assertThat(connect(null, "orders/a").opening())
        .containsExactly(event("orders", "t1-1", "1"), position("t1-1"));
  }

  @Test
  void nobodyWaitsForASourceThatDoesNotReactToAnInterruptOrAsksItAgain() {
    sources.ignoreInterrupts();
    sources.hang("a");
    connect(null, "orders/a");
    awaitAsked("a", 1);
    timer.advance(Duration.ofSeconds(11));

    assertThat(connect(null, "orders/a").opening()).containsExactly(position("t1-0"));
    assertThat(sources.asked("a")).isEqualTo(1);
    sources.release();
    soon().until(() -> hub.sourcesUnderWay() == 0);

    assertThat(connect(null, "orders/a").opening())
        .containsExactly(event("orders", "t1-0", "1"), position("t1-0"));
  }

  @Test
  void aSourceWithNothingToSayLeavesTheReaderWithWhatThereIs() {
    sources.say(null);

    assertThat(connect(null, "orders/a").opening()).containsExactly(position("t1-0"));
    assertThat(failures).isEmpty();
  }

  @Test
  void aReaderThatWaitsForASnapshotDoesNotHoldUpTheEndOfTheHub() throws Exception {
    sources.hang("a");
    TestReader reader = connect(null, "orders/a");
    awaitAsked("a", 1);

    Thread closing = new Thread(() -> hub.close(Duration.ofSeconds(20)));
    closing.start();
    assertThat(reader.opening()).contains(position("t1-0"));

    assertThat(reader.hasEnded()).isTrue();
    closing.join();
    soon().until(() -> sources.interrupted.get() == 1);
  }

  @Test
  void aTopicThatHasEndedIsNotAskedForItsState() {
    machine.topic("orders/a").complete();

    assertThat(connect(null, "orders/a").opening())
        .containsExactly(event("sse-end", "t1-1", "{\"topic\":\"orders/a\"}"), position("t1-1"));
    assertThat(sources.asked("a")).isZero();
  }
}
