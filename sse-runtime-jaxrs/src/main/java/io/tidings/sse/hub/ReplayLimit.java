package io.tidings.sse.hub;

/**
 * How much of what it missed a reader gets when it comes back; the rest is a gap.
 *
 * @param events the most events
 * @param bytes the most bytes
 */
record ReplayLimit(int events, long bytes) {

  static final ReplayLimit NONE = new ReplayLimit(Integer.MAX_VALUE, Long.MAX_VALUE);

  ReplayLimit {
    if (events < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "replay limit must be at least one event and one byte; was " + events + ", " + bytes);
    }
  }

  /** The part of one of so many topics. */
  ReplayLimit shared(int topics) {
    return this.equals(NONE)
        ? this
        : new ReplayLimit(Math.max(1, events / topics), Math.max(1, bytes / topics));
  }
}
