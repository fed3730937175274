package io.tidings.sse.hub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is sent on a connection that has been idle.
 *
 * @param interval how long the connection must have been idle; null for no heartbeat
 * @param event the event type of the heartbeat; null for a comment, which browsers do not show
 */
public record HeartbeatPolicy(@Nullable Duration interval, @Nullable String event) {

  /** A comment after 15 seconds, as the standard recommends. */
  public static final HeartbeatPolicy DEFAULT = new HeartbeatPolicy(Duration.ofSeconds(15), null);

  /** No heartbeat. */
  public static final HeartbeatPolicy OFF = new HeartbeatPolicy(null, null);

  /** Checks the interval and the event type. */
  public HeartbeatPolicy {
    if (interval != null) {
      Settings.positive("heartbeat interval", interval);
    }
    if (event != null) {
      Names.eventType(event);
    }
  }
}
