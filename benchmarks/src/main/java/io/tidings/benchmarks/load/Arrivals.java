package io.tidings.benchmarks.load;

/**
 * Which events have reached every reader of a share. Events may be in flight as far as the ring is
 * long, which no window comes near. Used by the loop's thread.
 */
final class Arrivals {

  private static final int RING = 4_096;

  private final int readers;
  private final int[] arrived = new int[RING];
  private long complete;

  Arrivals(int readers) {
    this.readers = readers;
    this.complete = readers == 0 ? Long.MAX_VALUE : 0;
  }

  /** One reader has this event; each reader has its events in order. */
  void arrived(long sequence) {
    int slot = (int) sequence & (RING - 1);
    if (++arrived[slot] == readers) {
      arrived[slot] = 0;
      complete = sequence;
    }
  }

  /** The newest event that all of them have. */
  long complete() {
    return complete;
  }
}
