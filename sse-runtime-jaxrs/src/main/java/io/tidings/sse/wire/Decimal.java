package io.tidings.sse.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes numbers that are not negative as ASCII digits, without an object on the way. */
final class Decimal {

  /** From each of these on, a number has a digit more; the longest have nineteen. */
  private static final long[] POWERS = new long[19];

  /** The digits of the numbers below a hundred, with a leading zero. */
  private static final short[] PAIRS = new short[100];

  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  static {
    long power = 10;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = power;
      power *= 10;
    }
    for (int i = 0; i < PAIRS.length; i++) {
      PAIRS[i] = (short) (('0' + i / 10) << Byte.SIZE | ('0' + i % 10));
    }
  }

  private Decimal() {}

  static int write(long value, byte[] target, int at) {
    int end = at + digits(value);
    int to = end;
    long rest = value;
    while (rest > Integer.MAX_VALUE) {
      long hundreds = rest / 100;
      to = pair((int) (rest - hundreds * 100), target, to);
      rest = hundreds;
    }
    writeBefore((int) rest, target, to); // int division is several times as fast
    return end;
  }

  private static void writeBefore(int value, byte[] target, int end) {
    int to = end;
    int rest = value;
    while (rest >= 100) {
      int hundreds = rest / 100;
      to = pair(rest - hundreds * 100, target, to);
      rest = hundreds;
    }
    if (rest >= 10) {
      pair(rest, target, to);
    } else {
      target[to - 1] = (byte) ('0' + rest);
    }
  }

  private static int pair(int value, byte[] target, int end) {
    SHORTS.set(target, end - 2, PAIRS[value]);
    return end - 2;
  }

  private static int digits(long value) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(value | 1);
    int tens = (bits * 1233) >> 12; // a bit is worth 0.301 digits: this many, or one more
    return value < POWERS[tens] ? tens : tens + 1;
  }
}
