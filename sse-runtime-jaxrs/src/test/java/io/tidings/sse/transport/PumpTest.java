package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import io.tidings.sse.hub.Admission;
import io.tidings.sse.hub.BackpressurePolicy;
import io.tidings.sse.hub.BackpressurePolicy.Policy;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.HeartbeatPolicy;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.LimitPolicy;
import io.tidings.sse.hub.ReplayPolicy;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.Subscription;
import io.tidings.sse.hub.SubscriptionRequest;
import io.tidings.sse.hub.TopicDefinition;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PumpTest {

  private static final EventDefinition<String> NEWS = EventDefinition.of("news", String.class);
  private static final EventDefinition<String> ALERT = EventDefinition.of("alert", String.class);
  private static final TopicDefinition TOPIC =
      TopicDefinition.of("All", "all")
          .withEvent(NEWS)
          .withEvent(ALERT)
          .withReplay(new ReplayPolicy(2, 1 << 20, null, 0));
  private static final Block HEARTBEAT = new Block(null, null, null, null, "");

  private final ManualTimer timer = new ManualTimer();
  private final Hub hub = Hub.builder().environment(Environments.manual(timer)).build();
  private final ManualLane lane = new ManualLane();
  private final Delivery delivery =
      hub.companion(Delivery.class, owner -> new Delivery(owner, List.of(lane)));
  private final RecordingSink sink = new RecordingSink();
  private TopicDefinition topic = TOPIC;
  private StreamDefinition stream = StreamDefinition.of(PumpTest.class, "/news").withTopic(topic);

  private void use(TopicDefinition other) {
    topic = other;
    stream = StreamDefinition.of(PumpTest.class, "/news").withTopic(topic);
  }

  private Subscription open() {
    return open(null);
  }

  private Subscription open(@Nullable String lastEventId) {
    SubscriptionRequest request =
        new SubscriptionRequest(stream, "news", List.of("all"), false, lastEventId, "reader", null);
    Subscription subscription = ((Admission.Granted) hub.admit(request)).subscription();
    delivery.open(subscription, sink);
    return subscription;
  }

  private void publish(int from, int to) {
    IntStream.rangeClosed(from, to)
        .forEach(i -> hub.publisher(stream).publish(NEWS, "all", "n" + i));
  }

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
    SubscriptionRequest request =
        new SubscriptionRequest(stream, "news", List.of("all"), false, "t1-0", "other", null);
    delivery.open(((Admission.Granted) hub.admit(request)).subscription(), behind);

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

    assertThat(sink.blocks()).containsExactly(new Block("beat", null, "", null, null));
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
  void cutsAConnectionWhoseWriteIsStuckForTooLong() {
    use(slow(Policy.DISCONNECT, 100, Duration.ofSeconds(5)));
    open();
    lane.runAll();
    sink.stick();
    publish(1, 1);
    lane.runAll();

    timer.advance(Duration.ofMillis(4900));
    assertThat(sink.aborts).isZero();
    timer.advance(Duration.ofMillis(200));

    assertThat(sink.aborts).isEqualTo(1);
    assertThat(hub.connections()).isEmpty();
  }

  @Test
  void cutsAStuckReaderThatFallsBehindItsLag() {
    use(slow(Policy.DISCONNECT, 10, Duration.ofSeconds(30)));
    open();
    lane.runAll();
    sink.stick();
    publish(1, 1);
    lane.runAll();
    publish(2, 12);

    timer.advance(Duration.ofSeconds(1));

    assertThat(sink.aborts).isEqualTo(1);
  }

  @Test
  void cutsAStuckReaderByItsLagAlsoWhenEventsCameBeforeItsFirstRead() {
    use(slow(Policy.DISCONNECT, 10, Duration.ofSeconds(30)));
    open();
    sink.stick();
    publish(1, 1);
    lane.runAll();
    publish(2, 12);

    timer.advance(Duration.ofSeconds(1));

    assertThat(sink.aborts).isEqualTo(1);
  }

  @Test
  void cutsAStuckReaderByItsLagAlsoWhenItHasJustCaughtUp() {
    use(slow(Policy.DISCONNECT, 10, Duration.ofSeconds(30)));
    publish(1, 2);
    open("t1-1");
    lane.runOne(); // what it missed, up to the head
    sink.stick();
    lane.runAll();
    publish(3, 14);

    timer.advance(Duration.ofSeconds(1));

    assertThat(sink.aborts).isEqualTo(1);
  }

  @Test
  void cutsAStuckReaderThatFallsBehindItsLagInBytes() {
    use(
        TOPIC.withBackpressure(
            new BackpressurePolicy(Policy.DISCONNECT, 1000, 5000, Duration.ofSeconds(30))));
    open();
    lane.runAll();
    sink.stick();
    publish(1, 1);
    lane.runAll();
    hub.publisher(stream).publish(NEWS, "all", "x".repeat(4000));
    timer.advance(Duration.ofSeconds(1));
    assertThat(sink.aborts).isZero();

    hub.publisher(stream).publish(NEWS, "all", "x".repeat(4000));
    timer.advance(Duration.ofSeconds(1));

    assertThat(sink.aborts).isEqualTo(1);
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
  void sparesAHealthyReaderABurstThatIsLargerThanASmallHistory() {
    use(slow(Policy.DISCONNECT, 1000, Duration.ofSeconds(30)));
    open();
    lane.runAll();

    publish(1, 900);
    lane.runAll();

    assertThat(sink.data()).hasSize(900);
  }

  @Test
  void disconnectsAReaderWhoseEventsAreGone() {
    use(slow(Policy.DISCONNECT, 10, Duration.ofSeconds(30)));
    open();
    lane.runAll();

    publish(1, 2000);
    lane.runAll();

    assertThat(sink.ends).isEqualTo(1);
    assertThat(hub.connections()).isEmpty();
  }

  @Test
  void dropsTheOldestAndTellsTheGap() {
    use(slow(Policy.DROP_OLDEST, 10, Duration.ofSeconds(30)));
    open();
    lane.runAll();
    sink.blocks();

    publish(1, 2000);
    lane.runAll();

    String gap = "{\"reason\":\"overflow\",\"topic\":\"all\",\"firstAvailable\":\"t1-1991\"}";
    assertThat(sink.data()).hasSize(11).startsWith(gap, "n1991").endsWith("n2000");
  }

  @Test
  void keepsTheNewestOfEachTypeAndTellsTheGap() {
    use(slow(Policy.LATEST, 10, Duration.ofSeconds(30)));
    open();
    lane.runAll();
    sink.blocks();

    publish(1, 1995);
    hub.publisher(stream).publish(ALERT, "all", "alert");
    publish(1996, 2000);
    lane.runAll();

    String gap = "{\"reason\":\"overflow\",\"topic\":\"all\",\"firstAvailable\":\"t1-1996\"}";
    assertThat(sink.data()).containsExactly(gap, "alert", "n2000");
    publish(2001, 2002);
    lane.runAll();
    assertThat(sink.data()).containsExactly("n2001", "n2002");
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
    SubscriptionRequest request =
        new SubscriptionRequest(stream, "news", List.of("all"), false, null, "reader", null);
    Subscription subscription = ((Admission.Granted) hub.admit(request)).subscription();
    subscription.close(CloseReason.CLOSED_BY_SERVER);

    delivery.open(subscription, sink);

    assertThat(sink.ends).isEqualTo(1);
    assertThat(delivery.connections()).isZero();
  }

  private static TopicDefinition slow(Policy policy, int lag, Duration writeTimeout) {
    return TOPIC.withBackpressure(new BackpressurePolicy(policy, lag, 1 << 20, writeTimeout));
  }
}
