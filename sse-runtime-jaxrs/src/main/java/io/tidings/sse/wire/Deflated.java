package io.tidings.sse.wire;

/**
 * Whole blocks of an event stream as a run of raw deflate blocks that need nothing before them, and
 * end at a byte: any such runs after each other are one deflate stream. Immutable.
 */
public final class Deflated {

  private final byte[] bytes;
  private final int plainLength;
  private final int crc;

  /** What appending this many bytes does to the checksum before them. */
  private final int crcShift;

  Deflated(byte[] bytes, int plainLength, int crc) {
    this.bytes = bytes;
    this.plainLength = plainLength;
    this.crc = crc;
    this.crcShift = Crc.shift(plainLength);
  }

  /**
   * The bytes, all of which are to be sent.
   *
   * @return an array that must not be changed
   */
  public byte[] bytes() {
    return bytes;
  }

  /**
   * How many bytes these were.
   *
   * @return the length before deflating
   */
  public int plainLength() {
    return plainLength;
  }

  /** The checksum of everything up to here, from that of everything before. */
  int crcAfter(int before) {
    return Crc.combined(before, crc, crcShift);
  }
}
