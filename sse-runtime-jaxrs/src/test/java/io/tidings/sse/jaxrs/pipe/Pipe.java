package io.tidings.sse.jaxrs.pipe;

import io.tidings.sse.hub.BackpressurePolicy;
import io.tidings.sse.hub.BackpressurePolicy.Policy;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.HeartbeatPolicy;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.TopicDefinition;
import java.time.Duration;

/** A stream whose topics differ in nothing but their patience. */
public final class Pipe {

  /** Silent when there is nothing to say, and patient with slow readers. */
  public static final String CALM = "calm";

  /** With a heartbeat every 200 ms. */
  public static final String BEATING = "beating";

  /** Cuts a reader whose write is stuck for a second. */
  public static final String STRICT = "strict";

  static final EventDefinition<String> LINE = EventDefinition.of("line", String.class);

  static final StreamDefinition STREAM =
      StreamDefinition.of(Pipe.class, "/pipe")
          .withTopic(topic("Calm", CALM, Duration.ofSeconds(30)))
          .withTopic(
              topic("Beating", BEATING, Duration.ofSeconds(30))
                  .withHeartbeat(new HeartbeatPolicy(Duration.ofMillis(200), null)))
          .withTopic(topic("Strict", STRICT, Duration.ofSeconds(1)));

  private final StreamPublisher publisher;

  /** A pipe into this hub. */
  public Pipe(Hub hub) {
    this.publisher = hub.publisher(STREAM);
  }

  /** Publishes one event. */
  public void line(String topic, String text) {
    publisher.publish(LINE, topic, text);
  }

  private static TopicDefinition topic(String name, String template, Duration writeTimeout) {
    return TopicDefinition.of(name, template)
        .withEvent(LINE)
        .withHeartbeat(HeartbeatPolicy.OFF)
        .withBackpressure(
            new BackpressurePolicy(Policy.DISCONNECT, 1 << 20, 256 << 20, writeTimeout));
  }
}
