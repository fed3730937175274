package io.tidings.benchmarks.rows.parser;

import java.io.InputStream;

/** Bytes that come in pieces, as from a socket. Used by one thread. */
final class PiecesStream extends InputStream {

  private static final int MOST_ENDS = 1_000;

  private final byte[] bytes;
  private final int piece;
  private int at;
  private int ends;

  PiecesStream(byte[] bytes, int piece) {
    this.bytes = bytes;
    this.piece = piece;
  }

  @Override
  public int read() {
    return at < bytes.length ? bytes[at++] & 0xFF : end();
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (at == bytes.length) {
      return end();
    }
    int most = Math.min(Math.min(length, piece), bytes.length - at);
    System.arraycopy(bytes, at, target, offset, most);
    at += most;
    return most;
  }

  // A reader that never believes it would hang.
  private int end() {
    if (++ends > MOST_ENDS) {
      throw new IllegalStateException("end must be believed; was read on " + MOST_ENDS + " times");
    }
    return -1;
  }

  @Override
  public int available() {
    return Math.min(piece, bytes.length - at);
  }
}
