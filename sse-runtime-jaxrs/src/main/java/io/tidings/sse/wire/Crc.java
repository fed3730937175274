package io.tidings.sse.wire;

/**
 * Joins CRC-32 checksums of neighbouring texts, as polynomials modulo the one of gzip (RFC 1952,
 * section 8), lowest power in the highest bit.
 */
final class Crc {

  private static final int POLYNOMIAL = 0xEDB88320;
  private static final int ONE = 1 << 31;

  /** {@code x} to the power of 2 to the power of the index. */
  private static final int[] SQUARES = squares();

  private Crc() {}

  private static int[] squares() {
    int[] squares = new int[Integer.SIZE];
    squares[0] = 1 << 30;
    for (int i = 1; i < squares.length; i++) {
      squares[i] = product(squares[i - 1], squares[i - 1]);
    }
    return squares;
  }

  /** What a checksum is to be multiplied with when this many bytes follow: {@code x^(8 length)}. */
  static int shift(int length) {
    int power = ONE;
    long bits = 8L * length;
    for (int i = 0; bits != 0; i = (i + 1) % SQUARES.length) {
      if ((bits & 1) != 0) {
        power = product(SQUARES[i], power);
      }
      bits >>>= 1;
    }
    return power;
  }

  /** The checksum of two texts, the second of which has this shift. */
  static int combined(int first, int second, int shiftOfSecond) {
    return product(shiftOfSecond, first) ^ second;
  }

  private static int product(int a, int b) {
    int product = 0;
    int multiple = b;
    for (int left = a; left != 0; left <<= 1) {
      if (left < 0) {
        product ^= multiple;
      }
      multiple = (multiple & 1) == 0 ? multiple >>> 1 : (multiple >>> 1) ^ POLYNOMIAL;
    }
    return product;
  }
}
