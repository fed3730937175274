package io.tidings.benchmarks.rows.limit;

import java.nio.ByteBuffer;

/** The newest bytes of all frames, in a ring outside the heap. One thread appends, others read. */
final class ByteLog {

  private static final int CAPACITY = 1 << 24;
  private static final int MASK = CAPACITY - 1;

  private final ByteBuffer ring = ByteBuffer.allocateDirect(CAPACITY);

  // Written by the appending thread after the bytes.
  private volatile long head;

  /** Where the next frame will begin. */
  long head() {
    return head;
  }

  void append(byte[] frame) {
    long at = head;
    int first = (int) Math.min(frame.length, CAPACITY - (at & MASK));
    ring.put((int) (at & MASK), frame, 0, first);
    ring.put(0, frame, first, frame.length - first);
    head = at + frame.length;
  }

  /** A buffer of its own over all bytes, to be given to {@link #show}. */
  ByteBuffer view() {
    return ring.duplicate();
  }

  /** Sets the view to the bytes from here to the head, or to the ring's end if that is nearer. */
  void show(ByteBuffer view, long from, long to) {
    int start = (int) (from & MASK);
    int end = (int) Math.min(CAPACITY, start + (to - from));
    view.limit(end).position(start);
  }

  /** Whether the bytes from here on may have been overwritten, or soon may be. */
  boolean lost(long from) {
    return head - from > CAPACITY / 2;
  }
}
