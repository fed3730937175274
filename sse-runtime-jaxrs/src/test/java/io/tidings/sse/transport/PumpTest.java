package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.HeartbeatPolicy;
import io.tidings.sse.hub.LimitPolicy;
import io.tidings.sse.hub.ReplayPolicy;
import io.tidings.sse.hub.Subscription;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a pump sends and when, and that it ends once. */
class PumpTest extends ManualDelivery {

  private static final Block HEARTBEAT = new Block(null, null, null, null, "");

  @Test
  void sendsTheFirstBlockAtOnceAndOnTheCallersThread() {
    open();

    assertThat(sink.blocks())
        .containsExactly(new Block(null, null, null, 3000L, "tidings; heartbeat=15000"));
  }

  @Test
  void sendsEverythingThatIsThereInOneWrite() {
    open();
    lane.runAll();
    int before = sink.writes;

    publish(1, 100);
    lane.runAll();

    assertThat(sink.writes - before).isEqualTo(1);
    assertThat(sink.data()).hasSize(100).startsWith("n1").endsWith("n100");
  }

  @Test
  void waitsUntilThePeerReadsAgainAndThenSendsAllThatCameMeanwhile() {
    open();
    lane.runAll();
    sink.stick();
    publish(1, 1);
    lane.runAll();
    publish(2, 9);
    lane.runAll();
    assertThat(sink.data()).containsExactly("n1");

    sink.unstick();
    lane.runAll();

    assertThat(sink.data()).hasSize(8).startsWith("n2").endsWith("n9");
  }

  @Test
  void takesTurnsWhenThereIsMuchToSend() {
    open();
    lane.runAll();
    int before = sink.writes;
    String large = "x".repeat(1000);

    IntStream.range(0, 500).forEach(i -> hub.publisher(stream).publish(NEWS, "all", large));
    lane.runOne();

    assertThat(sink.writes - before).isEqualTo(1);
    assertThat(lane.waiting()).isEqualTo(1);
    lane.runAll();
    assertThat(sink.data()).hasSize(500);
  }

  @Test
  void aReaderThatCatchesUpGivesWayToWhatIsNew() {
    use(TOPIC.withReplay(new ReplayPolicy(1000, 1 << 22, null, 0)));
    String large = "x".repeat(1000);
    IntStream.range(0, 500).forEach(i -> hub.publisher(stream).publish(NEWS, "all", large));
    open();
    lane.runAll();
    RecordingSink behind = new RecordingSink();
    delivery.open(admit("t1-0"), behind);

    publish(1, 1);
    lane.runNew();

    assertThat(sink.data()).containsExactly("n1");
    assertThat(behind.data()).isEmpty();
    lane.runAll();
    assertThat(behind.data()).hasSize(501).endsWith("n1");
  }

  @Test
  void sendsAHeartbeatOnlyAfterTheConnectionHasBeenIdle() {
    open();
    lane.runAll();
    timer.advance(Duration.ofSeconds(14));
    publish(1, 1);
    lane.runAll();
    timer.advance(Duration.ofSeconds(14));
    lane.runAll();
    assertThat(sink.blocks()).doesNotContain(HEARTBEAT);

    timer.advance(Duration.ofSeconds(2));
    lane.runAll();

    assertThat(sink.blocks()).containsExactly(HEARTBEAT);
  }

  @Test
  void sendsTheHeartbeatThatBrowsersSee() {
    use(TOPIC.withHeartbeat(new HeartbeatPolicy(Duration.ofSeconds(1), "beat")));
    open();
    lane.runAll();
    sink.blocks();

    timer.advance(Duration.ofMillis(1200));
    lane.runAll();

    assertThat(sink.blocks()).containsExactly(Block.event("beat", null, ""));
  }

  @Test
  void noticesAtTheHeartbeatThatThePeerHasGone() {
    Subscription subscription = open();
    lane.runAll();
    sink.breakDown();

    timer.advance(Duration.ofSeconds(16));
    lane.runAll();

    assertThat(sink.aborts).isEqualTo(1);
    assertThat(hub.connections()).isEmpty();
    assertThat(delivery.connections()).isZero();
    assertThat(subscription.closing()).isEmpty();
  }

  @Test
  void needsNoTimerOfItsOwnForEachConnection() {
    open();
    int tasks = timer.tasks();

    for (int i = 0; i < 100; i++) {
      open();
    }

    assertThat(timer.tasks()).isEqualTo(tasks);
  }

  @Test
  void endsAConnectionCleanlyWhenItHasLivedItsTime() {
    use(TOPIC.withLimits(new LimitPolicy(0, 0, 0, 0, Duration.ofSeconds(10), 0)));
    Subscription subscription = open();
    lane.runAll();

    timer.advance(Duration.ofMillis(8900));
    lane.runAll();
    assertThat(sink.ends).isZero();
    timer.advance(Duration.ofMillis(200));
    lane.runAll();

    assertThat(sink.ends).isEqualTo(1);
    assertThat(sink.aborts).isZero();
    assertThat(subscription.closing()).contains(CloseReason.LIFETIME);
  }

  @Test
  void endsAConnectionThatHasLivedItsTimeAfterTheWriteThatItsPeerLetsWait() {
    use(TOPIC.withLimits(new LimitPolicy(0, 0, 0, 0, Duration.ofSeconds(10), 0)));
    Subscription subscription = open();
    lane.runAll();
    sink.stick();
    publish(1, 1);
    lane.runAll();

    timer.advance(Duration.ofSeconds(12));
    publish(2, 2);
    sink.unstick();
    lane.runAll();

    assertThat(sink.data()).containsExactly("n1");
    assertThat(sink.ends).isEqualTo(1);
    assertThat(sink.aborts).isZero();
    assertThat(subscription.closing()).contains(CloseReason.LIFETIME);
  }

  @Test
  void sendsWhatItHasWhateverIsThrownByTheOneWhoTimesIt() {
    hub.timeDeliveries(
        nanos -> {
          throw new IllegalStateException("bug");
        });
    open();
    lane.runAll();

    publish(1, 1);
    lane.runAll();
    publish(2, 2);
    lane.runAll();

    assertThat(sink.data()).containsExactly("n1", "n2");
    assertThat(hub.connections()).hasSize(1);
  }

  @Test
  void endsOnceHoweverOftenItIsEnded() {
    Subscription subscription = open();
    lane.runAll();

    subscription.close(CloseReason.CLOSED_BY_SERVER);
    sink.events().gone();
    lane.runAll();
    sink.events().gone();
    subscription.close(CloseReason.CLOSED_BY_SERVER);
    lane.runAll();

    assertThat(sink.ends + sink.aborts).isEqualTo(1);
  }

  @Test
  void cutsWhatHasNotEndedWhenTheHubsPatienceIsOver() {
    open();
    lane.runAll();
    sink.stick();
    publish(1, 1);
    lane.runAll();

    hub.close(Duration.ZERO);

    assertThat(sink.aborts).isEqualTo(1);
    assertThat(hub.connections()).isEmpty();
  }

  @Test
  void endsASinkWhoseSubscriptionHasEndedBeforeItWasOpened() {
    Subscription subscription = admit(null);
    subscription.close(CloseReason.CLOSED_BY_SERVER);

    delivery.open(subscription, sink);

    assertThat(sink.ends).isEqualTo(1);
    assertThat(delivery.connections()).isZero();
  }
}
