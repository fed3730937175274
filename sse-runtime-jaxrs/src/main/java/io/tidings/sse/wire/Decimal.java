package io.tidings.sse.wire;

/** Writes numbers that are not negative as ASCII digits, without an object on the way. */
final class Decimal {

  /** The least numbers with two digits, three digits, and so on, as far as there are any. */
  private static final long[] POWERS = new long[18];

  /** The digits of the numbers below a hundred, with a leading zero. */
  private static final byte[] PAIRS = new byte[200];

  static {
    long power = 10;
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = power;
      power *= 10;
    }
    for (int i = 0; i < 100; i++) {
      PAIRS[2 * i] = (byte) ('0' + i / 10);
      PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
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
    target[end - 2] = PAIRS[2 * value];
    target[end - 1] = PAIRS[2 * value + 1];
    return end - 2;
  }

  private static int digits(long value) {
    int bits = Long.SIZE - Long.numberOfLeadingZeros(value | 1);
    int tens = (bits * 1233) >> 12; // a bit is worth 0.301 digits: this many, or one more
    return tens > 0 && value < POWERS[tens - 1] ? tens : tens + 1;
  }
}
