package io.tidings.sse.client;

import io.tidings.sse.client.StreamException.Fault;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The way of bytes from a response to the parser, expanded when they are compressed. */
final class Expansion implements AutoCloseable {

  private static final int PIECE = 8 * 1024;

  private final EventStreamParser parser;
  private final @Nullable Gunzip gunzip;
  private final byte[] piece;

  private Expansion(EventStreamParser parser, @Nullable Gunzip gunzip) {
    this.parser = parser;
    this.gunzip = gunzip;
    this.piece = new byte[gunzip == null ? 0 : PIECE];
  }

  static Expansion of(boolean gzip, EventStreamParser parser) {
    return new Expansion(parser, gzip ? new Gunzip() : null);
  }

  void feed(ByteBuffer bytes) throws StreamException {
    if (gunzip == null) {
      parser.feed(bytes);
      return;
    }
    while (bytes.hasRemaining()) {
      int length = Math.min(PIECE, bytes.remaining());
      bytes.get(piece, 0, length);
      gunzip.feed(piece, length, (expanded, count) -> parser.feed(expanded, 0, count));
    }
  }

  /** The body is over; a compressed one must be whole. */
  void end() throws StreamException {
    if (gunzip != null && !gunzip.isComplete()) {
      throw StreamException.of(Fault.NETWORK, "compressed stream must be whole; was cut", null);
    }
  }

  @Override
  public void close() {
    if (gunzip != null) {
      gunzip.close();
    }
  }
}
