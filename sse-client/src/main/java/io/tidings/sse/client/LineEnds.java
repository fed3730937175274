package io.tidings.sse.client;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks for bytes that may end a line, thirty-two at a time. */
final class LineEnds {

  static final byte LF = '\n';
  static final byte CR = '\r';

  /** Says that there is no line end, or none that could be told. */
  static final int NONE = -1;

  /** How many bytes {@link #marks(byte[], int)} looks at. */
  static final int STEP = 4 * Long.BYTES;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
  private static final long BEHIND_CR = ONES * (CR + 1);
  private static final long GATHER = 0x0102_0408_1020_4080L; // moves bit 8 i to bit 56 + i

  private LineEnds() {}

  /**
   * A bit for each of the {@link #STEP} bytes from here on that may be a CR or LF, the first byte's
   * lowest. Other small bytes are marked too, so who reads the marks looks at the byte.
   */
  static int marks(byte[] bytes, int at) {
    long a = small((long) WORD.get(bytes, at));
    long b = small((long) WORD.get(bytes, at + 8));
    long c = small((long) WORD.get(bytes, at + 16));
    long d = small((long) WORD.get(bytes, at + 24));
    return ((a | b | c | d) & HIGH_BITS) == 0
        ? 0
        : gather(a) | (gather(b) << 8) | (gather(c) << 16) | (gather(d) << 24);
  }

  /** The same for eight bytes: the high bit of each that may be a CR or LF. */
  static long marks(long word) {
    return small(word) & HIGH_BITS;
  }

  /** Which of eight bytes is the first that is marked. */
  static int first(long marks) {
    return Long.numberOfTrailingZeros(marks) >>> 3;
  }

  /**
   * Where the next line starts when one ends here by LF or CRLF; {@link #NONE} for everything else,
   * a CR among them that an LF may still follow.
   */
  static int behind(byte[] bytes, int end, int to) {
    if (bytes[end] == LF) {
      return end + 1;
    }
    return bytes[end] == CR && end + 1 < to && bytes[end + 1] == LF ? end + 2 : NONE;
  }

  // The high bit of each byte from NUL to CR is set; that of others below 128 only by a borrow.
  private static long small(long word) {
    return (word - BEHIND_CR) & ~word;
  }

  private static int gather(long small) {
    return (int) ((((small & HIGH_BITS) >>> 7) * GATHER) >>> 56);
  }
}
