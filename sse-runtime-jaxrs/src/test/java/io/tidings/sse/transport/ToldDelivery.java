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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One open connection, and a listener that is told how it ends. */
abstract class ToldDelivery {

  static final EventDefinition<String> NEWS = EventDefinition.of("news", String.class);
  static final StreamDefinition STREAM =
      StreamDefinition.of(ToldDelivery.class, "/news")
          .withTopic(
              TopicDefinition.of("All", "all")
                  .withEvent(NEWS)
                  .withReplay(new ReplayPolicy(2, 1 << 20, null, 0))
                  .withLimits(new LimitPolicy(0, 0, 0, 0, Duration.ofMinutes(2), 0))
                  .withBackpressure(
                      new BackpressurePolicy(
                          Policy.DISCONNECT, 10, 1 << 20, Duration.ofSeconds(5))));

  final ManualTimer timer = new ManualTimer();
  final List<CloseReason> told = new CopyOnWriteArrayList<>();
  final Hub hub =
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
  final ManualLane lane = new ManualLane();
  final Delivery delivery =
      hub.companion(Delivery.class, owner -> new Delivery(owner, List.of(lane)));
  final RecordingSink sink = new RecordingSink();
  final Subscription subscription = open();

  Subscription open() {
    Subscription opened = admit();
    delivery.open(opened, sink);
    lane.runAll();
    return opened;
  }

  Subscription admit() {
    return granted(
        hub.admit(
            new SubscriptionRequest(STREAM, "news", List.of("all"), false, null, "reader", null)));
  }

  void publish(int events) {
    for (int i = 0; i < events; i++) {
      hub.publisher(STREAM).publish(NEWS, "all", "n" + i);
    }
  }

  /** Ends it in every other way as well, and then looks. */
  void assertTold(CloseReason reason) {
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
}
