package io.tidings.sse.transport;

import static io.tidings.sse.fixture.Admissions.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import io.tidings.sse.hub.BackpressurePolicy;
import io.tidings.sse.hub.BackpressurePolicy.Policy;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubListener;
import io.tidings.sse.hub.LimitPolicy;
import io.tidings.sse.hub.ReplayPolicy;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.Subscription;
import io.tidings.sse.hub.SubscriptionRequest;
import io.tidings.sse.hub.TopicDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Every way in which a connection can end is told to a listener exactly once, by its name. */
class EndingTest {

  private static final EventDefinition<String> NEWS = EventDefinition.of("news", String.class);
  private static final StreamDefinition STREAM =
      StreamDefinition.of(EndingTest.class, "/news")
          .withTopic(
              TopicDefinition.of("All", "all")
                  .withEvent(NEWS)
                  .withReplay(new ReplayPolicy(2, 1 << 20, null, 0))
                  .withLimits(new LimitPolicy(0, 0, 0, 0, Duration.ofMinutes(2), 0))
                  .withBackpressure(
                      new BackpressurePolicy(
                          Policy.DISCONNECT, 10, 1 << 20, Duration.ofSeconds(5))));

  private final ManualTimer timer = new ManualTimer();
  private final List<CloseReason> told = new CopyOnWriteArrayList<>();
  private final Hub hub =
      Hub.builder()
          .environment(Environments.manual(timer))
          .listener(
              new HubListener() {
                @Override
                public void unsubscribed(Connection connection, CloseReason reason) {
                  told.add(reason);
                }
              })
          .build();
  private final ManualLane lane = new ManualLane();
  private final Delivery delivery =
      hub.companion(Delivery.class, owner -> new Delivery(owner, List.of(lane)));
  private final RecordingSink sink = new RecordingSink();
  private final Subscription subscription = open();

  private Subscription open() {
    Subscription opened = admit();
    delivery.open(opened, sink);
    lane.runAll();
    return opened;
  }

  private Subscription admit() {
    return granted(
        hub.admit(
            new SubscriptionRequest(STREAM, "news", List.of("all"), false, null, "reader", null)));
  }

  private void publish(int events) {
    for (int i = 0; i < events; i++) {
      hub.publisher(STREAM).publish(NEWS, "all", "n" + i);
    }
  }

  /** Ends it in every other way as well, and then looks. */
  private void assertTold(CloseReason reason) {
    lane.runAll();
    timer.advance(Duration.ofSeconds(1));
    lane.runAll();
    sink.events().gone();
    subscription.close(CloseReason.CLOSED_BY_SERVER);
    subscription.ended(CloseReason.FAILED);
    hub.close(Duration.ZERO);

    await().untilAsserted(() -> assertThat(told).containsExactly(reason));
    assertThat(sink.ends + sink.aborts).isEqualTo(1);
    assertThat(delivery.connections()).isZero();
    assertThat(hub.connections()).isEmpty();
  }

  @Test
  void thePeerHasGone() {
    sink.events().gone();

    assertTold(CloseReason.CLOSED_BY_CLIENT);
  }

  @Test
  void aWriteToThePeerFails() {
    sink.breakDown();
    publish(1);

    assertTold(CloseReason.CLOSED_BY_CLIENT);
  }

  @Test
  void theTransportFails() {
    sink.fail(new UnsupportedOperationException("bug"));
    publish(1);

    assertTold(CloseReason.FAILED);
  }

  @Test
  void aReaderIsOvertaken() {
    publish(3000);

    assertTold(CloseReason.LAGGED);
  }

  @Test
  void aStuckReaderLagsTooFar() {
    sink.stick();
    publish(1);
    lane.runAll();
    publish(11);

    assertTold(CloseReason.LAGGED);
  }

  @Test
  void aWriteIsStuckForTooLong() {
    sink.stick();
    publish(1);
    lane.runAll();
    timer.advance(Duration.ofSeconds(5));

    assertTold(CloseReason.WRITE_TIMEOUT);
  }

  @Test
  void aConnectionHasLivedItsTime() {
    timer.advance(Duration.ofMinutes(2));

    assertTold(CloseReason.LIFETIME);
  }

  @Test
  void everyTopicHasEnded() {
    hub.publisher(STREAM).topic("all").complete();

    assertTold(CloseReason.COMPLETED);
  }

  @Test
  void theApplicationDisconnectsEverybody() {
    hub.publisher(STREAM).topic("all").disconnectAll();

    assertTold(CloseReason.CLOSED_BY_SERVER);
  }

  @Test
  void theApplicationClosesOneConnectionForAReasonOfItsOwn() {
    hub.connection("reader").orElseThrow().close(CloseReason.EXPIRED);

    assertTold(CloseReason.EXPIRED);
  }

  @Test
  void aCredentialHasEnded() {
    subscription.expireAfter(Duration.ofSeconds(3));
    timer.advance(Duration.ofSeconds(4));

    assertTold(CloseReason.EXPIRED);
  }

  @Test
  void theServerStops() {
    delivery.drain();

    assertTold(CloseReason.HUB_CLOSED);
  }

  @Test
  void theHubIsClosedWhileAWriteIsStuck() {
    sink.stick();
    publish(1);
    lane.runAll();
    hub.close(Duration.ZERO);

    assertTold(CloseReason.HUB_CLOSED);
  }

  @Test
  void theHubIsClosedAndAStuckReaderIsCutAtTheDeadline() {
    sink.stick();
    publish(1);
    lane.runAll();
    subscription.drain();
    timer.advance(Duration.ofSeconds(1));
    lane.runAll();
    assertThat(told).isEmpty();

    hub.close(Duration.ZERO);

    assertTold(CloseReason.HUB_CLOSED);
  }

  @Test
  void aReaderThatIsSentAwayMayEndAWriteThatTakesLong() {
    sink.stick();
    publish(1);
    lane.runAll();
    subscription.close(CloseReason.CLOSED_BY_SERVER);

    timer.advance(Duration.ofSeconds(4));
    sink.unstick();
    lane.runAll();

    assertThat(sink.ends).isEqualTo(1);
    assertThat(sink.aborts).isZero();
    assertTold(CloseReason.CLOSED_BY_SERVER);
  }

  @Test
  void aReaderThatHasLostItsRightIsCutAtOnce() {
    sink.stick();
    publish(1);
    lane.runAll();
    subscription.close(CloseReason.REVOKED);

    timer.advance(Duration.ofMillis(400));

    assertThat(sink.aborts).isEqualTo(1);
    assertTold(CloseReason.REVOKED);
  }

  @Test
  void aReaderThatIsThroughMayTakeItsTimeForItsLastWrite() {
    sink.stick();
    publish(1);
    subscription.drain();
    lane.runAll();

    timer.advance(Duration.ofSeconds(1));

    assertThat(sink.text()).contains("data: n0");
    assertThat(told).isEmpty();
    sink.unstick();
    lane.runAll();
    assertThat(sink.ends).isEqualTo(1);
    assertTold(CloseReason.HUB_CLOSED);
  }

  @Test
  void aReaderThatIsThroughAndTakesNothingMoreIsCutWhenItsWriteTimesOut() {
    sink.stick();
    publish(1);
    subscription.drain();
    lane.runAll();

    timer.advance(Duration.ofSeconds(6));

    assertTold(CloseReason.WRITE_TIMEOUT);
  }

  @Test
  void aReaderThatIsLetInWhileTheHubClosesIsSentAwayByTheThreadThatOpensIt() {
    Subscription late = admit();
    RecordingSink lateSink = new RecordingSink();
    delivery.close();

    delivery.open(late, lateSink);

    assertThat(lateSink.text()).contains("retry: ");
    assertThat(lateSink.ends).isEqualTo(1);
    assertThat(late.closing()).contains(CloseReason.HUB_CLOSED);
    assertTold(CloseReason.HUB_CLOSED);
  }

  @Test
  void aServerThatStopsWaitsForItsReadersButNotForEver() {
    sink.stick();
    publish(1);
    lane.runAll();

    delivery.drain(delivery, Duration.ofMillis(1));

    assertThat(delivery.connections()).isEqualTo(1);
    assertTold(CloseReason.CLOSED_BY_CLIENT);
  }

  @Test
  void aServerThatStopsDoesNotSendReadersAwayThatAreNotItsOwn() {
    delivery.drain(new Object(), Duration.ofSeconds(1));
    delivery.dismiss(new Object(), Duration.ofSeconds(1));
    publish(1);
    lane.runAll();

    assertThat(sink.text()).contains("data: n0\n");
    assertTold(CloseReason.CLOSED_BY_CLIENT);
  }

  @Test
  void aReaderThatIsDismissedIsToldAllAndEndsWhenItsServerCutsIt() {
    publish(1);
    dismiss();

    assertThat(sink.text()).contains("data: n0\n").containsPattern("\n\nretry: [0-9]+\n\n");
    assertThat(delivery.connections()).isEqualTo(1);
    sink.events().gone();
    assertTold(CloseReason.HUB_CLOSED);
    assertThat(sink.ends).isZero();
  }

  @Test
  void aReaderThatIsDismissedEndsByItselfWhenItsServerDoesNotCutIt() {
    dismiss();
    timer.advance(Duration.ofMillis(1));
    lane.runAll();

    assertThat(sink.ends).isEqualTo(1);
    assertTold(CloseReason.HUB_CLOSED);
  }

  /** Waits in vain, because here nothing is read before the lane runs. */
  private void dismiss() {
    delivery.dismiss(delivery, Duration.ofMillis(1));
    lane.runAll();
  }

  @Test
  void anEndThatWaitsForAPeerIsCutOffAfterFiveSeconds() {
    List<Integer> aborts = new ArrayList<>();
    sink.duringEnd(
        () -> {
          timer.advance(Duration.ofMillis(4900));
          aborts.add(sink.aborts);
          timer.advance(Duration.ofMillis(200));
          aborts.add(sink.aborts);
        });

    hub.publisher(STREAM).topic("all").complete();
    lane.runAll();

    assertThat(aborts).containsExactly(0, 1);
    assertIsOverOnce(CloseReason.COMPLETED);
  }

  @Test
  void anEndThatWaitsForAPeerIsCutOffWhenTheHubHasClosed() {
    List<Integer> aborts = new ArrayList<>();
    sink.duringEnd(
        () -> {
          hub.close(Duration.ZERO);
          aborts.add(sink.aborts);
        });

    hub.publisher(STREAM).topic("all").complete();
    lane.runAll();

    assertThat(aborts).containsExactly(1);
    assertIsOverOnce(CloseReason.COMPLETED);
  }

  @Test
  void aPeerThatIsGoneWhileItIsBeingEndedIsNotReset() {
    sink.duringEnd(() -> sink.events().gone());

    hub.publisher(STREAM).topic("all").complete();

    assertTold(CloseReason.COMPLETED);
  }

  private void assertIsOverOnce(CloseReason reason) {
    await().untilAsserted(() -> assertThat(told).containsExactly(reason));
    assertThat(delivery.connections()).isZero();
    assertThat(hub.connections()).isEmpty();
  }
}
