package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.ReplayPolicy;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.SubscriptionRequest;
import io.tidings.sse.hub.TopicDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream of events that say who published them, and as which of its own. */
final class Stamped {

  static final String TOPIC = "stamps";

  private static final EventDefinition<String> STAMP = EventDefinition.of("stamp", String.class);
  private static final String FILLER = "-".repeat(100);

  private Stamped() {}

  /** The stream, with this much history. */
  static StreamDefinition stream(int events) {
    return StreamDefinition.of(Stamped.class, "/stamped")
        .withTopic(
            TopicDefinition.of("Stamps", TOPIC)
                .withEvent(STAMP)
                .withReplay(new ReplayPolicy(events, 1L << 40, null, 0)));
  }

  /** Publishes the n-th event of a publisher. */
  static void publish(StreamPublisher into, int publisher, int n) {
    into.publish(STAMP, TOPIC, publisher + " " + n + " " + FILLER);
  }

  /** Publisher and number in one. */
  static long stamp(int publisher, int n) {
    return (long) publisher << 32 | n;
  }

  /** The stamp that these data carry; fails for data that nobody has published. */
  static long stampOf(String data) {
    String[] parts = data.split(" ", -1);
    if (parts.length != 3 || !parts[2].equals(FILLER)) {
      throw new AssertionError("data must be as they were published; were " + data);
    }
    return stamp(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  static int publisherOf(long stamp) {
    return (int) (stamp >> 32);
  }

  static int numberOf(long stamp) {
    return (int) stamp;
  }

  static Recorder reader(Hub hub, StreamDefinition stream, @Nullable String lastEventId) {
    return new Recorder(
        () -> hub,
        id -> new SubscriptionRequest(stream, "stamped", List.of(TOPIC), false, id, null, null),
        lastEventId);
  }
}
