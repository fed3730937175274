package io.tidings.sse.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The time that a timer tells, and how much of it peers have had: not what passed while the process
 * stood still, because a reader that could not be served has not kept anybody waiting. Used by the
 * timer alone.
 */
final class TickClock {

  /** A halt: until when the process stood still, and for how long. */
  private record Halt(long end, long nanos) {

    long after(long then) {
      return Math.min(nanos, Math.max(0, end - then));
    }
  }

  /** How many halts are remembered; what came before them counts as the peers' time again. */
  private static final int MOST = 32;

  private final long period;
  private final Deque<Halt> halts = new ArrayDeque<>();
  private long now;

  /**
   * A clock.
   *
   * @param period how often it ticks; a tick that is late by more than that tells of a halt
   * @param now the time
   */
  TickClock(Duration period, long now) {
    this.period = period.toNanos();
    this.now = now;
  }

  /** It is this time now; what is missing since the last time, nobody ran. */
  void tick(long at) {
    long missing = at - now - period;
    now = at;
    if (missing > period) {
      if (halts.size() == MOST) {
        halts.removeFirst();
      }
      halts.addLast(new Halt(at, missing));
    }
  }

  long now() {
    return now;
  }

  /** How much time a peer has had that has been waited for since then. */
  long given(long since) {
    long given = now - since;
    for (Halt halt : halts) {
      given -= halt.after(since);
    }
    return given;
  }
}
