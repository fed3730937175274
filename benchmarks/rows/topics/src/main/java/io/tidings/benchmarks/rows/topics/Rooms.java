package io.tidings.benchmarks.rows.topics;

import io.tidings.benchmarks.harness.Payload;
import io.tidings.sse.hub.Admission;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.Outlet;
import io.tidings.sse.hub.Progress;
import io.tidings.sse.hub.ReplayPolicy;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.Subscription;
import io.tidings.sse.hub.SubscriptionRequest;
import io.tidings.sse.hub.TopicDefinition;
import java.util.List;
import java.util.stream.IntStream;

/** A stream of as many topics as one likes, without history. Used by one thread. */
final class Rooms {

  private static final EventDefinition<String> LINE = EventDefinition.of("line", String.class);
  private static final StreamDefinition STREAM =
      StreamDefinition.of(Rooms.class, "/house")
          .withTopic(
              TopicDefinition.of("Room", "rooms/{room}")
                  .withEvent(LINE)
                  .withReplay(ReplayPolicy.NONE));
  private static final String TEXT = new Payload().stamp(1, 1);
  private static final int BUDGET = 64 << 10;

  private final Hub hub = Hub.create();
  private final StreamPublisher publisher = hub.publisher(STREAM);
  private final List<String> topics;

  Rooms(int topics) {
    this.topics = IntStream.range(0, topics).mapToObj(i -> "rooms/" + i).toList();
  }

  /** Gives every topic one reader; as many share a connection, so that it is the topics' cost. */
  void occupy(int topicsPerConnection) {
    for (int i = 0; i < topics.size(); i += topicsPerConnection) {
      open(topics.subList(i, Math.min(topics.size(), i + topicsPerConnection)));
    }
  }

  private void open(List<String> some) {
    SubscriptionRequest request =
        new SubscriptionRequest(STREAM, "house", some, true, null, null, null);
    if (!(hub.admit(request) instanceof Admission.Granted granted)) {
      throw new IllegalStateException("hub must admit a reader; did not");
    }
    Outlet nowhere = (bytes, from, to, frames) -> {};
    granted.subscription().greet(nowhere);
    granted.subscription().open(Runnable::run, () -> readAll(granted.subscription(), nowhere));
  }

  private static void readAll(Subscription subscription, Outlet out) {
    Progress progress = Progress.MORE;
    while (progress == Progress.MORE) {
      progress = subscription.read(out, BUDGET);
    }
  }

  /** Publishes one event to each topic. */
  void publish() {
    for (String topic : topics) {
      publisher.publish(LINE, topic, TEXT);
    }
  }
}
