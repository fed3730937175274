package io.tidings.sse.transport;

import io.tidings.sse.hub.Admission;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.Subscription;
import io.tidings.sse.hub.SubscriptionRequest;
import io.tidings.sse.hub.TopicDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hub without threads of its own, and its one stream of one topic. */
final class News {

  private static final EventDefinition<String> NEWS = EventDefinition.of("news", String.class);
  private static final StreamDefinition STREAM =
      StreamDefinition.of(News.class, "/news")
          .withTopic(TopicDefinition.of("All", "all").withEvent(NEWS));

  final Hub hub = Hub.builder().environment(StressEnvironment.still()).build();
  private final StreamPublisher publisher = hub.publisher(STREAM);

  void publish(int number) {
    publisher.publish(NEWS, "all", Integer.toString(number));
  }

  /** A reader with this cursor and this client id. */
  Subscription admit(@Nullable String lastEventId, @Nullable String clientId) {
    SubscriptionRequest request =
        new SubscriptionRequest(STREAM, "news", List.of("all"), false, lastEventId, clientId, null);
    return ((Admission.Granted) hub.admit(request)).subscription();
  }
}
