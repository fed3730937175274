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

  private LineEnds() {}

  /** How many bytes are CR or LF. */
  static int count(byte[] bytes) {
    int at = 0;
    int words = bytes.length - Long.BYTES;
    while (at <= words && !hasLineEnd((long) LONGS.get(bytes, at))) {
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

  private static boolean hasLineEnd(long word) {
    return hasZero(word ^ '\n' * ONES) || hasZero(word ^ '\r' * ONES);
  }

  // A byte borrows from its highest bit only if it is zero, or if one below it is.
  private static boolean hasZero(long word) {
    return ((word - ONES) & ~word & HIGHEST_BITS) != 0;
  }
}
