package io.tidings.sse.hub;

import io.tidings.sse.wire.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds back the events of one stream that follow another of their type too soon, all but the
 * newest. Used under the stream's lock.
 */
final class Conflation {

  /** An event that was held back and has got its place now. */
  record Stored(HubTopic topic, String type, long sequence) {}

  private final HubStream stream;
  private final Map<Duration, Pace> paces = new HashMap<>();
  private long held;

  Conflation(HubStream stream) {
    this.stream = stream;
  }

  /**
   * Whether this event has to wait, because one like it has not been out for as long as this; it
   * then replaces the one that was waiting. If it need not wait, the next one will have to.
   */
  boolean holds(HubTopic topic, Frame frame, Order.Label label, Duration interval) {
    Window.Key key = new Window.Key(frame.type(), label.audience());
    Window open = topic.window(key);
    if (open == null) {
      Window fresh = new Window(topic, key);
      topic.open(fresh);
      paces.computeIfAbsent(interval, length -> new Pace(stream, length)).add(fresh);
      return false;
    }
    open.hold(frame, label.key(), ++held);
    return true;
  }

  /** Stores what is held of a topic, because it ends. */
  List<Stored> flush(HubTopic topic) {
    return flush(topic.windows());
  }

  /** Stores whatever is held, because the stream ends. */
  List<Stored> flush() {
    List<Window> all = new ArrayList<>();
    paces.values().forEach(pace -> all.addAll(pace.windows()));
    return flush(all);
  }

  private List<Stored> flush(Collection<Window> windows) {
    return windows.stream()
        .filter(Window::isHolding)
        .sorted(Comparator.comparingLong(Window::order))
        .flatMap(window -> stream.writer().release(window).stream())
        .toList();
  }
}
