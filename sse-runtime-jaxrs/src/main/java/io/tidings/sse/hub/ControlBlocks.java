package io.tidings.sse.hub;

import io.tidings.sse.event.Event;
import io.tidings.sse.event.EventId;
import io.tidings.sse.wire.EventEncoder;
import java.time.Duration;

/** The blocks that the hub itself writes, between the frames of its topics. */
final class ControlBlocks {

  static final String GAP = "sse-gap";
  static final String END = "sse-end";

  /** A source has failed; the application says whether readers are told. */
  static final String ERROR = "sse-error";

  private ControlBlocks() {}

  /** The first block: how long to wait before coming back, and what silence to expect. */
  static byte[] greeting(Duration retry, HeartbeatPolicy heartbeat) {
    Duration interval = heartbeat.interval();
    String beat = interval == null ? "off" : Long.toString(interval.toMillis());
    return EventEncoder.encode(Event.ofComment("tidings; heartbeat=" + beat).withRetry(retry));
  }

  static byte[] retry(Duration retry) {
    return EventEncoder.encode(Event.empty().withRetry(retry));
  }

  /** Moves the reader's last event id without firing an event. */
  static byte[] position(EventId id) {
    return EventEncoder.encode(Event.empty().withId(id.toString()));
  }

  static byte[] heartbeat(HeartbeatPolicy heartbeat) {
    String event = heartbeat.event();
    return EventEncoder.encode(event == null ? Event.ofComment("") : Event.of("").withType(event));
  }

  /** Without an id: a reader that loses its connection here must be told again. */
  static byte[] gap(Gap gap) {
    EventId first = gap.firstAvailable();
    String data =
        "{\"reason\":\""
            + gap.reason()
            + "\",\"topic\":\""
            + gap.topic()
            + "\",\"firstAvailable\":"
            + (first == null ? "null" : "\"" + first + "\"")
            + "}";
    return EventEncoder.encode(Event.of(data).withType(GAP));
  }

  /** The data of {@code sse-end}; a canonical topic needs no escapes in JSON. */
  static String end(String topic) {
    return "{\"topic\":\"" + topic + "\"}";
  }
}
