package io.tidings.sse.wire;

/**
 * What makes one gzip file (RFC 1952) of the deflated runs that one reader gets: the head before
 * them, and the checksum and length after them. Used by one thread at a time.
 */
public final class GzipFrame {

  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 0xff};

  private int crc;
  private int length;

  /** A file without content. */
  public GzipFrame() {}

  /**
   * What comes before everything.
   *
   * @return an array that must not be changed
   */
  public static byte[] head() {
    return HEAD;
  }

  /**
   * Notes that this run comes next.
   *
   * @param run the run
   */
  public void append(Deflated run) {
    crc = run.crcAfter(crc);
    length += run.plainLength(); // RFC 1952, section 2.3.1: modulo 2^32
  }

  /**
   * What comes after everything.
   *
   * @return a last deflate block without content, the checksum and the length
   */
  public byte[] tail() {
    byte[] tail = new byte[10];
    tail[0] = 3;
    for (int i = 0; i < 4; i++) {
      tail[2 + i] = (byte) (crc >>> (8 * i));
      tail[6 + i] = (byte) (length >>> (8 * i));
    }
    return tail;
  }
}
