package io.tidings.sse.hub;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How much of a stream is kept in memory: everything, or the newest part of a history. */
record Memory(@Nullable ReplayPolicy most, LongSupplier head) {

  /** Everything that is kept is kept here. */
  static final Memory ALL = new Memory(null, () -> 0);

  /** What a topic that keeps this much keeps in memory. */
  ReplayPolicy of(ReplayPolicy replay) {
    ReplayPolicy bound = most;
    if (bound == null) {
      return replay;
    }
    int events = Math.min(replay.events(), bound.events());
    long bytes = Math.min(replay.bytes(), bound.bytes());
    return new ReplayPolicy(events, bytes, replay.age(), Math.min(events, replay.onConnect()));
  }

  /** The newest sequence that a topic which is new to memory may have had. */
  long beforeFirst() {
    return head.getAsLong();
  }
}
