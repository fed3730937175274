package io.tidings.sse.processor;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import io.tidings.sse.annotations.Backpressure;
import io.tidings.sse.annotations.Heartbeat;
import io.tidings.sse.annotations.Limits;
import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.Retry;
import io.tidings.sse.processor.Rule.Choice;
import io.tidings.sse.processor.Rule.Count;
import io.tidings.sse.processor.Rule.EventType;
import io.tidings.sse.processor.Rule.Share;
import io.tidings.sse.processor.Rule.Size;
import io.tidings.sse.processor.Rule.Time;
import java.util.List;

/** An annotation that becomes a policy record of the runtime, component by component. */
@SuppressWarnings("ImmutableEnumChecker") // The lists come from List.of.
enum Setting {
  REPLAY(
      Replay.class,
      part("events", new Count(0, 10_000_000), "events"),
      part("bytes", new Size(1L << 10, 1L << 30), "bytes"),
      part("age", new Time(ofMillis(1), ofDays(365), false), "age"),
      part("onConnect", new Count(0, 10_000_000), "onConnect")),
  HEARTBEAT(
      Heartbeat.class,
      part("interval", new Time(ofMillis(100), ofHours(1), true), "value", "interval"),
      part("event", new EventType(), "event")),
  BACKPRESSURE(
      Backpressure.class,
      part("policy", new Choice(), "policy"),
      part("lagEvents", new Count(1, 10_000_000), "lag"),
      part("lagBytes", new Size(1L << 10, 1L << 30), "lagBytes"),
      part("writeTimeout", new Time(ofMillis(100), ofHours(1), false), "writeTimeout")),
  RETRY(
      Retry.class,
      part("delay", new Time(ZERO, ofDays(1), false), "value", "delay"),
      part("jitter", new Share(), "jitter")),
  LIMITS(
      Limits.class,
      part("subscribers", new Count(0, Integer.MAX_VALUE), "subscribers"),
      part("perTopic", new Count(0, Integer.MAX_VALUE), "perTopic"),
      part("perClient", new Count(0, Integer.MAX_VALUE), "perClient"),
      part("topicsPerConnection", new Count(0, Integer.MAX_VALUE), "topicsPerConnection"),
      part("lifetime", new Time(ofSeconds(1), ofDays(365), false), "lifetime"),
      part("payload", new Size(1, 1L << 30), "payload"));

  /** Those that belong to a topic and may also stand on the interface, for all its topics. */
  static final List<Setting> OF_TOPICS = List.of(REPLAY, HEARTBEAT, BACKPRESSURE, LIMITS);

  private final Class<?> annotation;
  private final List<Part> parts;

  Setting(Class<?> annotation, Part... parts) {
    this.annotation = annotation;
    this.parts = List.of(parts);
  }

  /**
   * One component of the policy record.
   *
   * @param members the annotation's members that give it, of which one may be written
   */
  record Part(String component, Rule rule, List<String> members) {}

  private static Part part(String component, Rule rule, String... members) {
    return new Part(component, rule, List.of(members));
  }

  Class<?> annotation() {
    return annotation;
  }

  /** The components of the policy record, in its order. */
  List<Part> parts() {
    return parts;
  }
}
