package io.tidings.sse.wire;

/** Writes numbers that are not negative as ASCII digits, without an object on the way. */
final class Decimal {

  private Decimal() {}

  static int write(long value, byte[] target, int at) {
    int end = at + digits(value);
    long rest = value;
    for (int i = end - 1; i >= at; i--) {
      target[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return end;
  }

  private static int digits(long value) {
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
