package io.tidings.sse.transport;

import static io.tidings.sse.fixture.Admissions.granted;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.ReplayPolicy;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.Subscription;
import io.tidings.sse.hub.SubscriptionRequest;
import io.tidings.sse.hub.TopicDefinition;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A delivery to one sink by one lane, which runs when a test says so. */
abstract class ManualDelivery {

  static final EventDefinition<String> NEWS = EventDefinition.of("news", String.class);
  static final EventDefinition<String> ALERT = EventDefinition.of("alert", String.class);
  static final TopicDefinition TOPIC =
      TopicDefinition.of("All", "all")
          .withEvent(NEWS)
          .withEvent(ALERT)
          .withReplay(new ReplayPolicy(2, 1 << 20, null, 0));

  final ManualTimer timer = new ManualTimer();
  final Hub hub = Hub.builder().environment(Environments.manual(timer)).build();
  final ManualLane lane = new ManualLane();

  /** How long newcomers were made to wait for others, in nanoseconds. */
  final Queue<Long> rests = new ConcurrentLinkedQueue<>();

  final Delivery delivery =
      hub.companion(Delivery.class, owner -> new Delivery(owner, List.of(lane), rests::add));
  final RecordingSink sink = new RecordingSink();
  StreamDefinition stream = streamOf(TOPIC);

  private static StreamDefinition streamOf(TopicDefinition topic) {
    return StreamDefinition.of(ManualDelivery.class, "/news").withTopic(topic);
  }

  void use(TopicDefinition topic) {
    stream = streamOf(topic);
  }

  Subscription open() {
    return open(null);
  }

  Subscription open(@Nullable String lastEventId) {
    Subscription subscription = admit(lastEventId);
    delivery.open(subscription, sink);
    return subscription;
  }

  Subscription admit(@Nullable String lastEventId) {
    return granted(
        hub.admit(
            new SubscriptionRequest(
                stream, "news", List.of("all"), false, lastEventId, "reader", null)));
  }

  void publish(int from, int to) {
    IntStream.rangeClosed(from, to)
        .forEach(i -> hub.publisher(stream).publish(NEWS, "all", "n" + i));
  }
}
