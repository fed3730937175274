package io.tidings.sse.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.fixture.Environments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When sources are asked for what comes next, and what becomes of their answers. */
class PollTest extends SourcedHub {

  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private static List<String> readUntil(TestReader reader, int events) {
    List<String> data = new ArrayList<>();
    soon().until(() -> data.addAll(reader.readData()) && data.size() >= events);
    return data;
  }

  private void awaitAsked(String name, int times) {
    soon().until(() -> sources.asked(name) == times && isIdle());
  }

  /** Whether the next tick will find no call under way. */
  private boolean isIdle() {
    return hub.sourcesUnderWay() == 0;
  }

  @Test
  void asksAtOnceForTheFirstReaderAndThenAfterEveryInterval() {
    TestReader reader = connect(null, "beat/a%20b");

    assertThat(readUntil(reader, 1)).containsExactly("1");
    awaitAsked("a b", 1);
    sources.say("2");
    timer.advance(INTERVAL.minusMillis(1));
    assertThat(sources.asked("a b")).isEqualTo(1);
    timer.advance(Duration.ofMillis(1));

    assertThat(readUntil(reader, 1)).containsExactly("2");
  }

  @Test
  void asksNobodyForATopicWithoutReaders() {
    TestReader reader = connect(null, "beat/a");
    TestReader other = connect(null, "beat/a");
    awaitAsked("a", 1);

    reader.subscription.ended(CloseReason.CLOSED_BY_CLIENT);
    timer.advance(INTERVAL);
    awaitAsked("a", 2);
    other.subscription.ended(CloseReason.CLOSED_BY_CLIENT);
    timer.advance(INTERVAL.multipliedBy(3));

    assertThat(sources.asked("a")).isEqualTo(2);
    connect(null, "beat/a");
    awaitAsked("a", 3);
  }

  @Test
  void leavesOutAnAnswerThatEqualsTheOneBefore() {
    TestReader reader = connect(null, "load/a");
    assertThat(readUntil(reader, 1)).containsExactly("1");
    awaitAsked("a", 1);

    timer.advance(INTERVAL);
    awaitAsked("a", 2);
    assertThat(reader.readData()).isEmpty();
    sources.say("2");
    timer.advance(INTERVAL);

    assertThat(readUntil(reader, 1)).containsExactly("2");
  }

  @Test
  void givesANewcomerTheCurrentValueOnce() {
    TestReader first = connect(null, "load/a");
    readUntil(first, 1);
    awaitAsked("a", 1);

    assertThat(connect(null, "load/a").readData()).containsExactly("1");
    assertThat(sources.asked("a")).isEqualTo(1);
    assertThat(new TestReader(hub.admit(Machine.request("t1-0", "load/a"))).readData())
        .as("a reader that replays it")
        .containsExactly("1");
    assertThat(new TestReader(hub.admit(Machine.request("t1-1", "load/a"))).readData())
        .as("a reader that has seen it")
        .isEmpty();
  }

  @Test
  void publishesNothingWhenTheSourceHasNothingToSay() {
    sources.say(null);
    TestReader reader = connect(null, "beat/a");

    awaitAsked("a", 1);

    assertThat(reader.readData()).isEmpty();
    assertThat(failures).isEmpty();
  }

  @Test
  void reportsASourceThatFailsAndLeavesItAloneForLongerAndLonger() {
    sources.say("throw");
    TestReader reader = connect(null, "beat/a");
    awaitAsked("a", 1);

    soon().until(() -> failures.size() == 1);
    assertThat(failures.get(0))
        .hasMessageStartingWith("source Sources of topic machine/beat/a must answer; threw ")
        .hasRootCauseMessage("no figures today");
    timer.advance(INTERVAL);
    awaitAsked("a", 2);
    timer.advance(INTERVAL);
    assertThat(sources.asked("a")).isEqualTo(2);
    sources.say("2");
    timer.advance(INTERVAL);

    assertThat(readUntil(reader, 1)).containsExactly("2");
  }

  @Test
  void sourcesThatHangHoldUpNobodyElse() {
    sources.hang("stuck");
    for (int i = 0; i < 40; i++) {
      connect(null, "beat/stuck" + i);
    }
    soon().until(() -> sources.asked() > 15);
    TestReader other = connect(null, "beat/other");

    soon()
        .until(
            () -> {
              timer.advance(Duration.ofMillis(50)); // and those that are stuck are seen to be
              return sources.asked() == 41;
            });

    assertThat(readUntil(other, 1)).containsExactly("1");
  }

  @Test
  void interruptsASourceThatHangsWhenTheLastReaderLeaves() {
    sources.hang("a");
    TestReader reader = connect(null, "beat/a");
    soon().until(() -> sources.asked("a") == 1);

    reader.subscription.ended(CloseReason.CLOSED_BY_CLIENT);

    soon().until(() -> sources.interrupted.get() == 1);
    assertThat(failures).isEmpty();
  }

  @Test
  void interruptsASourceThatHangsWhenTheHubCloses() {
    sources.hang("a");
    connect(null, "beat/a");
    soon().until(() -> sources.asked("a") == 1);

    hub.close(Duration.ZERO);

    soon().until(() -> sources.interrupted.get() == 1);
  }

  @Test
  void interruptsAndReportsASourceThatTakesTooLongAndAsksItAgain() {
    sources.hang("a");
    TestReader reader = connect(null, "beat/a");
    soon().until(() -> sources.asked("a") == 1);

    timer.advance(Duration.ofSeconds(31));
    soon().until(() -> sources.interrupted.get() == 1 && failures.size() == 1 && isIdle());
    assertThat(failures.get(0))
        .hasMessage(
            "source Sources of topic machine/beat/a must answer within PT30S; was interrupted");
    sources.release();
    timer.advance(INTERVAL);

    assertThat(readUntil(reader, 1)).containsExactly("1");
  }

  @Test
  void asksNoMoreWhenTheTopicHasEnded() {
    connect(null, "beat/a");
    awaitAsked("a", 1);

    hub.publisher(Machine.STREAM).topic("beat/a").complete();
    timer.advance(INTERVAL.multipliedBy(3));

    assertThat(sources.asked("a")).isEqualTo(1);
    assertThat(failures).isEmpty();
  }

  @Test
  void refusesReadersWhileTheSourcesAreMissing() {
    try (Hub empty = Hub.builder().environment(Environments.manual(timer)).build()) {
      assertThatThrownBy(() -> empty.admit(Machine.request(null, "beat/a")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "hub must have an implementation of io.tidings.sse.hub.Machine$Sources; was none."
                  + " Implement it, and give it to the hub: Hub.builder().sources(…) or"
                  + " hub.sources(…).");

      empty.sources(sources);

      assertThat(readUntil(new TestReader(empty.admit(Machine.request(null, "beat/a"))), 1))
          .containsExactly("1");
    }
  }

  @Test
  void aPollNeedsASource() {
    EventDefinition<String> event = EventDefinition.of("load", String.class);

    assertThatThrownBy(() -> event.withPoll(INTERVAL, false))
        .hasMessage(
            "poll must follow withSource(…) or withResults(…), which says whom to ask; was on [load]");
    assertThatThrownBy(event::withSnapshot).hasMessageStartingWith("snapshot must follow");
    assertThatThrownBy(() -> Machine.LOAD.withPoll(Duration.ZERO, false))
        .hasMessage("poll must be longer than nothing; was PT0S");
  }
}
