package io.tidings.benchmarks.rows.parser;

import java.io.InputStream;

/** Bytes that come in pieces, as from a socket. Used by one thread. */
final class PiecesStream extends InputStream {

  private final byte[] bytes;
  private final int piece;
  private int at;

  PiecesStream(byte[] bytes, int piece) {
    this.bytes = bytes;
    this.piece = piece;
  }

  @Override
  public int read() {
    return at < bytes.length ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (at == bytes.length) {
      return -1;
    }
    int most = Math.min(Math.min(length, piece), bytes.length - at);
    System.arraycopy(bytes, at, target, offset, most);
    at += most;
    return most;
  }

  @Override
  public int available() {
    return Math.min(piece, bytes.length - at);
  }
}
