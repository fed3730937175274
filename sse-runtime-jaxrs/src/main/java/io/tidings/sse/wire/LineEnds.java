package io.tidings.sse.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for line ends in UTF-8 bytes, eight at a time, because most payloads have none. */
final class LineEnds {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

  /** The first value that neither is a line end nor comes before one. */
  private static final int AFTER_BOTH = '\r' + 1;

  private LineEnds() {}

  /** How many bytes are CR or LF. */
  static int count(byte[] bytes) {
    int count = 0;
    int at = 0;
    for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
      if (mayHoldOne(bytes, at)) {
        count += count(bytes, at, at + Long.BYTES);
      }
    }
    return count + count(bytes, at, bytes.length);
  }

  private static int count(byte[] bytes, int from, int to) {
    int count = 0;
    for (int at = from; at < to; at++) {
      if (bytes[at] == '\n' || bytes[at] == '\r') {
        count++;
      }
    }
    return count;
  }

  // Most payloads hold no control character at all, and to look for any is a third of the work. A
  // byte borrows from its highest bit only if it is one, or if one below it is.
  private static boolean mayHoldOne(byte[] bytes, int at) {
    long word = (long) LONGS.get(bytes, at);
    return ((word - AFTER_BOTH * ONES) & ~word & HIGHEST_BITS) != 0;
  }
}
