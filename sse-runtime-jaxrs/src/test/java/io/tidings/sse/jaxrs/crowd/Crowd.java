package io.tidings.sse.jaxrs.crowd;

import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.LimitPolicy;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.TopicDefinition;
import io.tidings.sse.hub.Variable;
import java.time.Duration;

/** A stream with room for few. */
public final class Crowd {

  /** Connections of the whole stream. */
  public static final int SUBSCRIBERS = 3;

  /** Connections of one room. */
  public static final int PER_TOPIC = 2;

  static final EventDefinition<String> SAID = EventDefinition.of("said", String.class);

  static final StreamDefinition STREAM =
      StreamDefinition.of(Crowd.class, "/crowd")
          .withLimits(new LimitPolicy(SUBSCRIBERS, PER_TOPIC, 1, 2, null, 100))
          .withTopic(
              TopicDefinition.of("Rooms", "rooms/{name}")
                  .withVariable(Variable.string("name"))
                  .withEvent(SAID))
          .withTopic(
              TopicDefinition.of("Brief", "brief")
                  .withEvent(SAID)
                  .withLimits(new LimitPolicy(0, 0, 0, 0, Duration.ofMillis(300), 100)));

  private final StreamPublisher publisher;

  /** A crowd on this hub. */
  public Crowd(Hub hub) {
    this.publisher = hub.publisher(STREAM);
  }

  /** Publishes one event. */
  public void say(String room, String text) {
    publisher.publish(SAID, "rooms/" + room, text);
  }
}
