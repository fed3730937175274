package io.tidings.sse.transport;

import io.tidings.sse.hub.HubEnvironment;
import io.tidings.sse.hub.Timer;
import java.time.Duration;

/** Environments in which no time passes and no thread starts. */
public final class StressEnvironment {

  private static final Timer NEVER =
      new Timer() {
        @Override
        public void every(Duration period, Runnable task) {}

        @Override
        public void after(Duration delay, Runnable task) {}

        @Override
        public void close() {}
      };

  private StressEnvironment() {}

  /** One for each state; nothing is shared but constants. */
  public static HubEnvironment still() {
    return new HubEnvironment(() -> 1L, () -> 0.5, () -> "t", Thread::new, failures -> NEVER, 1);
  }
}
