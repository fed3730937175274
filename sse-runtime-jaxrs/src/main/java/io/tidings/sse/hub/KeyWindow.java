package io.tidings.sse.hub;

import java.util.LinkedHashMap;
import java.util.Map;

/** The keys of a stream's newest keyed events, each for its topic. Not safe for threads. */
final class KeyWindow {

  private record Known(String topic, String key) {}

  private final Map<Known, Boolean> known;

  KeyWindow(int most) {
    this.known =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Known, Boolean> eldest) {
            return size() > most;
          }
        };
  }

  boolean has(String topic, String key) {
    return known.containsKey(new Known(topic, key));
  }

  /** Whether this key is new to its topic; from now on it is not. */
  boolean add(String topic, String key) {
    return known.putIfAbsent(new Known(topic, key), Boolean.TRUE) == null;
  }
}
