package io.tidings.sse.log;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segments that history has left and readers may still want: held by those readers alone, and
 * released when they are too far behind. Used under the log's lock.
 */
final class LagWindow {

  private final Retention retention;

  /** Weak, because a segment that no cursor is in any more is nobody's. */
  private @Nullable Deque<WeakReference<Segment>> left;

  LagWindow(Retention retention) {
    this.retention = retention;
  }

  void add(Segment segment) {
    if (left == null) { // most topics never fill their first segment
      left = new ArrayDeque<>(2);
    }
    left.add(new WeakReference<>(segment));
  }

  /** Releases what a reader of this head may no longer be behind. */
  void releaseBefore(long headFrame, long headByte) {
    while (left != null && !left.isEmpty()) {
      Segment oldest = left.getFirst().get();
      if (oldest != null && !isOutside(oldest, headFrame, headByte)) {
        return;
      }
      if (oldest != null) {
        oldest.release();
      }
      left.removeFirst();
    }
  }

  private boolean isOutside(Segment segment, long headFrame, long headByte) {
    return headFrame - segment.endFrame() >= retention.lagEvents()
        || headByte - segment.firstByte - segment.used() >= retention.lagBytes();
  }

  /** The oldest segment that is neither released nor forgotten; null when there is none. */
  @Nullable Segment oldestHeld() {
    for (WeakReference<Segment> reference :
        left == null ? List.<WeakReference<Segment>>of() : left) {
      Segment segment = reference.get();
      if (segment != null) {
        return segment;
      }
    }
    return null;
  }
}
