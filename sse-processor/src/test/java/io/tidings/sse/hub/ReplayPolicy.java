package io.tidings.sse.hub;

import java.time.Duration;

public record ReplayPolicy(int events, long bytes, Duration age, int onConnect) {
  public static final ReplayPolicy DEFAULT = new ReplayPolicy(1024, 4L << 20, null, 0);
}
