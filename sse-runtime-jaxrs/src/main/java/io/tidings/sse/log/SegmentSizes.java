package io.tidings.sse.log;

/** How large the next segment is: small topics stay small, busy ones get long runs of bytes. */
final class SegmentSizes {

  static final int SMALLEST = 256;
  private static final int FAIR = 4 << 10;
  private static final int LARGEST = 64 << 10;

  private SegmentSizes() {}

  /** Twice the last, but not more than half of the history, or a short history would pin much. */
  static int next(int last, int needed, long historyBytes) {
    int bound = (int) Math.max(FAIR, Math.min(LARGEST, historyBytes / 2));
    return Math.max(needed, Math.min(bound, last * 2));
  }
}
