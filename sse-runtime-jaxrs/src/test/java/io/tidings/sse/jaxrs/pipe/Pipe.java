package io.tidings.sse.jaxrs.pipe;

import io.tidings.sse.hub.BackpressurePolicy;
import io.tidings.sse.hub.BackpressurePolicy.Policy;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.HeartbeatPolicy;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.LimitPolicy;
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

  /** With a heartbeat every 200 ms, and for three seconds at most. */
  public static final String BRIEF = "brief";

  /** Cuts a reader whose write is stuck for a second. */
  public static final String STRICT = "strict";

  /** Gives a reader that falls behind the oldest events that it keeps; in the collection only. */
  public static final String DROPPING = "dropping";

  /** Gives a reader that falls behind the newest event of each type; in the collection only. */
  public static final String LATEST = "latest";

  /** Sends a level every 20 ms at most; in the collection only. */
  public static final String CONFLATING = "conflating";

  /** How many events a reader of what is dropped may be behind. */
  public static final int LAG = 50;

  static final EventDefinition<String> LINE = EventDefinition.of("line", String.class);

  static final EventDefinition<String> MARK = EventDefinition.of("mark", String.class);

  static final EventDefinition<String> LEVEL =
      EventDefinition.of("level", String.class).withConflate(Duration.ofMillis(20));

  static final StreamDefinition STREAM =
      StreamDefinition.of(Pipe.class, "/pipe")
          .withTopic(topic("Calm", CALM, Duration.ofSeconds(30)))
          .withTopic(
              topic("Beating", BEATING, Duration.ofSeconds(30))
                  .withHeartbeat(new HeartbeatPolicy(Duration.ofMillis(200), null)))
          .withTopic(
              topic("Brief", BRIEF, Duration.ofSeconds(30))
                  .withHeartbeat(new HeartbeatPolicy(Duration.ofMillis(200), null))
                  .withLimits(new LimitPolicy(0, 0, 0, 0, Duration.ofSeconds(3), 1 << 20)))
          .withTopic(topic("Strict", STRICT, Duration.ofSeconds(1)))
          .withTopic(losing("Dropping", DROPPING, Policy.DROP_OLDEST))
          .withTopic(losing("Latest", LATEST, Policy.LATEST))
          .withTopic(topic("Conflating", CONFLATING, Duration.ofSeconds(30)).withEvent(LEVEL));

  private final StreamPublisher publisher;

  /** A pipe into this hub. */
  public Pipe(Hub hub) {
    this.publisher = hub.publisher(STREAM);
  }

  /** Publishes one event. */
  public void line(String topic, String text) {
    publisher.publish(LINE, topic, text);
  }

  /** Publishes one event of the other type that a reader may lose. */
  public void mark(String topic, String text) {
    publisher.publish(MARK, topic, text);
  }

  /** Publishes one event of which only the newest counts. */
  public void level(String text) {
    publisher.publish(LEVEL, CONFLATING, text);
  }

  private static TopicDefinition losing(String name, String template, Policy policy) {
    return topic(name, template, Duration.ofSeconds(30))
        .withEvent(MARK)
        .withBackpressure(new BackpressurePolicy(policy, LAG, 256 << 20, Duration.ofSeconds(30)));
  }

  private static TopicDefinition topic(String name, String template, Duration writeTimeout) {
    return TopicDefinition.of(name, template)
        .withEvent(LINE)
        .withHeartbeat(HeartbeatPolicy.OFF)
        .withBackpressure(
            new BackpressurePolicy(Policy.DISCONNECT, 1 << 20, 256 << 20, writeTimeout));
  }
}
