package io.tidings.sse.client;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Up to sixteen bytes that come again and again, compared as two numbers. Used by one thread. */
final class ShortBytes {

  private static final int LONGEST = 2 * Long.BYTES;
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private int length;
  private long lowMask;
  private long highMask;
  private long low;
  private long high;

  /** How many bytes are known; 0 for none. */
  int length() {
    return length;
  }

  /** Whether the known bytes stand here. It may be unknown at the end of an array. */
  boolean matches(byte[] bytes, int from) {
    return from <= bytes.length - LONGEST
        && ((long) WORD.get(bytes, from) & lowMask) == low
        && ((long) WORD.get(bytes, from + Long.BYTES) & highMask) == high;
  }

  /** Knows these bytes from now on, if they are few enough. */
  void learn(byte[] bytes, int from, int to) {
    length = to - from <= LONGEST && from <= bytes.length - LONGEST ? to - from : 0;
    lowMask = mask(length);
    highMask = mask(length - Long.BYTES);
    if (length > 0) {
      low = (long) WORD.get(bytes, from) & lowMask;
      high = (long) WORD.get(bytes, from + Long.BYTES) & highMask;
    }
  }

  /** Knows nothing. */
  void forget() {
    length = 0;
  }

  private static long mask(int length) {
    return length >= Long.BYTES ? -1 : length <= 0 ? 0 : (1L << (length * Byte.SIZE)) - 1;
  }
}
