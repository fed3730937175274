package io.tidings.sse.client;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds where a line ends, eight bytes at a time, and whether it holds ASCII only. */
final class LineEnds {

  static final byte LF = '\n';
  static final byte CR = '\r';

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int STEP = 4 * Long.BYTES;
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long BEHIND_CR = ONES * (CR + 1);
  private static final long NOT_ASCII = 1L << 32;
  private static final long NOT_HERE = -1;

  private LineEnds() {}

  /** Looks for the first CR or LF; {@link #index} and {@link #isAscii} read the answer. */
  static long scan(byte[] bytes, int from, int to) {
    long seen = 0;
    int at = from;
    for (; at <= to - STEP; at += STEP) {
      long a = (long) WORD.get(bytes, at);
      long b = (long) WORD.get(bytes, at + 8);
      long c = (long) WORD.get(bytes, at + 16);
      long d = (long) WORD.get(bytes, at + 24);
      if ((small(a) | small(b) | small(c) | small(d)) != 0) {
        long answer = closer(bytes, at, at + STEP, seen);
        if (answer != NOT_HERE) {
          return answer;
        }
      }
      seen |= a | b | c | d;
    }
    return bytewise(bytes, at, to, seen);
  }

  /**
   * The answer for a step that holds a marked byte; kept out of the loop, which runs tighter so.
   */
  private static long closer(byte[] bytes, int from, int to, long seenBefore) {
    long seen = seenBefore;
    for (int at = from; at < to; at += Long.BYTES) {
      long word = (long) WORD.get(bytes, at);
      for (long marks = small(word); marks != 0; marks &= marks - 1) {
        int bits = Long.numberOfTrailingZeros(marks) & -Byte.SIZE;
        int found = at + bits / Byte.SIZE;
        if (bytes[found] == LF || bytes[found] == CR) {
          return answer(found, seen | (word & ((1L << bits) - 1)));
        }
      }
      seen |= word;
    }
    return NOT_HERE;
  }

  private static long bytewise(byte[] bytes, int from, int to, long seenBefore) {
    long seen = seenBefore;
    int at = from;
    while (at < to && bytes[at] != LF && bytes[at] != CR) {
      seen |= bytes[at++];
    }
    return answer(at, seen);
  }

  /** Where the line ends; the {@code to} of the scan when it does not end there. */
  static int index(long scan) {
    return (int) scan;
  }

  /** Whether everything before {@link #index} is ASCII. */
  static boolean isAscii(long scan) {
    return scan < NOT_ASCII;
  }

  // Marks bytes from NUL to CR. What a borrow marks wrongly is sorted out by who looks closer.
  private static long small(long word) {
    return (word - BEHIND_CR) & ~word & HIGH_BITS;
  }

  private static long answer(int index, long seen) {
    return (seen & HIGH_BITS) == 0 ? index : index | NOT_ASCII;
  }
}
