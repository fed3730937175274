package io.tidings.sse.metrics;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubFigures;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A hub's figures, taken once for all meters of a scrape, because each taking walks over every
 * connection. Safe for any thread.
 */
final class Picture {

  private static final long FRESH_NANOS = Duration.ofMillis(50).toNanos();

  private record Taken(HubFigures figures, long nanos) {}

  private final Hub hub;
  private final AtomicReference<@Nullable Taken> last = new AtomicReference<>();

  Picture(Hub hub) {
    this.hub = hub;
  }

  HubFigures figures() {
    long now = hub.environment().nanoTime().getAsLong();
    Taken known = last.get();
    if (known != null && now - known.nanos() < FRESH_NANOS) {
      return known.figures();
    }
    HubFigures figures = hub.figures();
    last.set(new Taken(figures, now));
    return figures;
  }
}
