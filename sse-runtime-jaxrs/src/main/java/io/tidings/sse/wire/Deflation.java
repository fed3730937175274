package io.tidings.sse.wire;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Deflates whole blocks, each time from nothing. Safe for any thread: each has a deflater of its
 * own.
 */
public final class Deflation {

  /** Fast: what little a higher level gains on short runs is not worth a delivery thread's time. */
  private static final int LEVEL = Deflater.BEST_SPEED;

  /** Below this, what is not the text itself outweighs what is saved. */
  private static final int SHORTEST = 64;

  private static final int LONGEST_STORED = 0xFFFF;
  private static final int STORED_HEAD = 5;

  private static final ThreadLocal<Deflation> OF_THREAD = ThreadLocal.withInitial(Deflation::new);

  private final Deflater deflater = new Deflater(LEVEL, true);
  private final CRC32 crc = new CRC32();
  private byte[] buffer = new byte[4 << 10];

  private Deflation() {}

  /**
   * Deflates the bytes from one index until another.
   *
   * @param bytes holds them
   * @param from the first index
   * @param to the index after the last
   * @return their deflated form, in an array of its own
   */
  public static Deflated of(byte[] bytes, int from, int to) {
    return OF_THREAD.get().deflated(bytes, from, to);
  }

  private Deflated deflated(byte[] bytes, int from, int to) {
    crc.reset();
    crc.update(bytes, from, to - from);
    byte[] shortest = to - from < SHORTEST ? stored(bytes, from, to) : shortest(bytes, from, to);
    return new Deflated(shortest, to - from, (int) crc.getValue());
  }

  private byte[] shortest(byte[] bytes, int from, int to) {
    int stored = to - from + STORED_HEAD * ((to - from - 1) / LONGEST_STORED + 1);
    int length = deflate(bytes, from, to);
    boolean isWhole = length < buffer.length;
    return isWhole && length < stored ? Arrays.copyOf(buffer, length) : stored(bytes, from, to);
  }

  /** Deflates from nothing up to a byte boundary, into the buffer. */
  private int deflate(byte[] bytes, int from, int to) {
    int room = (to - from) + ((to - from) >> 3) + 64;
    if (buffer.length < room) {
      buffer = new byte[room];
    }
    deflater.reset();
    deflater.setInput(bytes, from, to - from);
    return deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
  }

  // RFC 1951, section 3.2.4: a block without compression holds up to 65,535 bytes.
  private static byte[] stored(byte[] bytes, int from, int to) {
    int blocks = (to - from - 1) / LONGEST_STORED + 1;
    byte[] stored = new byte[to - from + blocks * STORED_HEAD];
    int at = 0;
    for (int start = from; start < to; start += LONGEST_STORED) {
      int length = Math.min(LONGEST_STORED, to - start);
      stored[at + 1] = (byte) length;
      stored[at + 2] = (byte) (length >>> 8);
      stored[at + 3] = (byte) ~length;
      stored[at + 4] = (byte) (~length >>> 8);
      System.arraycopy(bytes, start, stored, at + STORED_HEAD, length);
      at += STORED_HEAD + length;
    }
    return stored;
  }
}
