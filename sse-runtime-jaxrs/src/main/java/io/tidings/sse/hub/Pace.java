package io.tidings.sse.hub;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * The windows of one stream that last equally long, and so end in the order in which they began.
 * Used under the stream's lock, but for {@link #run}, which the timer calls while there are any.
 */
final class Pace implements Runnable {

  /** So many windows may end before publishers get the lock again. */
  private static final int MOST_AT_ONCE = 256;

  private final HubStream stream;
  private final long nanos;
  private final Deque<Window> windows = new ArrayDeque<>();
  private boolean isTimed;

  Pace(HubStream stream, Duration interval) {
    this.stream = stream;
    this.nanos = interval.toNanos();
  }

  Collection<Window> windows() {
    return windows;
  }

  void add(Window window) {
    begin(window, stream.context().nanoTime());
    if (!isTimed) {
      isTimed = true;
      wakeIn(nanos);
    }
  }

  private void begin(Window window, long now) {
    window.lastUntil(now + nanos);
    windows.add(window);
  }

  private void wakeIn(long nanos) {
    stream.context().timer().after(Duration.ofNanos(nanos), this);
  }

  @Override
  public void run() {
    long now = stream.context().nanoTime();
    try {
      while (stream.locked(() -> isDue(now))) {
        stream.writer().announce(stream.locked(() -> endSome(now)));
      }
    } finally {
      stream.locked(this::sleep);
    }
  }

  private boolean isDue(long now) {
    Window first = windows.peek();
    return first != null && first.left(now) <= 0;
  }

  /**
   * Ends what has lasted until now; a window that held an event begins again with it, and goes on
   * until that is stored.
   */
  private List<Conflation.Stored> endSome(long now) {
    List<Conflation.Stored> stored = new ArrayList<>();
    for (int i = 0; i < MOST_AT_ONCE && isDue(now); i++) {
      Window window = windows.remove();
      if (window.isStoring()) {
        begin(window, now);
      } else if (window.isHolding()) {
        begin(window, now);
        stream.writer().release(window).ifPresent(stored::add);
      } else {
        window.topic.close(window);
      }
    }
    return stored;
  }

  private boolean sleep() {
    Window first = windows.peek();
    isTimed = first != null;
    if (first != null) {
      wakeIn(Math.max(1, first.left(stream.context().nanoTime())));
    }
    return isTimed;
  }
}
