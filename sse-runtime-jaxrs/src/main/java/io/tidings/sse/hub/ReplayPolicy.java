package io.tidings.sse.hub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much history a topic keeps: no more than these events, bytes and age; zero events keep none.
 *
 * @param events the most events that are kept
 * @param bytes the most bytes that are kept
 * @param age how long an event is kept; null for no limit
 * @param onConnect how many of the newest events a client without a cursor gets
 */
public record ReplayPolicy(int events, long bytes, @Nullable Duration age, int onConnect) {

  /** What a topic keeps when nothing is said: 1024 events within 4 MB, of any age. */
  public static final ReplayPolicy DEFAULT = new ReplayPolicy(1024, 4L << 20, null, 0);

  /** No history at all. */
  public static final ReplayPolicy NONE = new ReplayPolicy(0, 0, null, 0);

  /** Checks the figures. */
  public ReplayPolicy {
    Settings.notNegative("replay events", events);
    Settings.notNegative("replay bytes", bytes);
    Settings.notNegative("replay onConnect", onConnect);
    if (age != null) {
      Settings.positive("replay age", age);
    }
    if (onConnect > events) {
      throw new IllegalArgumentException(
          "replay onConnect must not exceed events; was " + onConnect + " of " + events);
    }
  }

  /**
   * Whether anything is kept.
   *
   * @return whether events can be replayed
   */
  public boolean keepsHistory() {
    return events > 0 && bytes > 0;
  }
}
