package io.tidings.sse.hub;

import java.time.Duration;

public record HeartbeatPolicy(Duration interval, String event) {
  public static final HeartbeatPolicy DEFAULT = new HeartbeatPolicy(Duration.ofSeconds(15), null);
}
