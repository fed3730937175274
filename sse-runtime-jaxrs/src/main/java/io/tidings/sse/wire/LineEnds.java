package io.tidings.sse.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for line ends in UTF-8 bytes, thirty-two at a time, because most payloads have none. */
final class LineEnds {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final int STEP = 4 * Long.BYTES;

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  private LineEnds() {}

  /** How many bytes are CR or LF. */
  static int count(byte[] bytes) {
    int at = 0;
    while (at <= bytes.length - STEP && !stepHasLineEnd(bytes, at)) {
      at += STEP;
    }
    while (at <= bytes.length - Long.BYTES && lineEnds(bytes, at) == 0) {
      at += Long.BYTES;
    }
    int count = 0;
    for (; at < bytes.length; at++) {
      if (bytes[at] == '\n' || bytes[at] == '\r') {
        count++;
      }
    }
    return count;
  }

  private static boolean stepHasLineEnd(byte[] bytes, int at) {
    long first = lineEnds(bytes, at) | lineEnds(bytes, at + Long.BYTES);
    int half = at + STEP / 2;
    return (first | lineEnds(bytes, half) | lineEnds(bytes, half + Long.BYTES)) != 0;
  }

  /** Zero when none of eight bytes is one. */
  private static long lineEnds(byte[] bytes, int at) {
    long word = (long) LONGS.get(bytes, at);
    return zeros(word ^ '\n' * ONES) | zeros(word ^ '\r' * ONES);
  }

  // A byte borrows from its highest bit only if it is zero, or if one below it is.
  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGHEST_BITS;
  }
}
