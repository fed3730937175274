package io.tidings.sse.client;

import io.tidings.sse.client.StreamException.Fault;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Expands a gzip stream that arrives in pieces, in bounded memory. Used by one thread. */
final class Gunzip implements AutoCloseable {

  /** A stream of events shrinks to a tenth or a fiftieth; a bomb to a thousandth. */
  private static final int MOST_EXPANSION = 200;

  private static final long FREE = 1 << 20;
  private static final int TRAILER = 8;

  /** Takes expanded bytes, which are only lent. */
  @FunctionalInterface
  interface Sink {
    void accept(byte[] bytes, int length);
  }

  private final Inflater inflater = new Inflater(true);
  private final byte[] out = new byte[8 * 1024];
  private final CRC32 crc = new CRC32();
  private GzipHeader header = new GzipHeader();
  private long bytesIn;
  private long bytesOut;
  private int trailerAt;
  private long trailer;

  /** Expands these bytes. */
  void feed(byte[] bytes, int length, Sink sink) throws StreamException {
    bytesIn += length;
    int at = 0;
    while (at < length) {
      if (!header.isComplete()) {
        at += header.read(bytes, at, length);
      } else if (!inflater.finished()) {
        at = inflate(bytes, at, length, sink);
      } else {
        trailer(bytes[at++]);
      }
    }
  }

  /** Whether the stream may end here. */
  boolean isComplete() {
    return !header.isStarted();
  }

  @Override
  public void close() {
    inflater.end();
  }

  private int inflate(byte[] bytes, int at, int length, Sink sink) throws StreamException {
    inflater.setInput(bytes, at, length - at);
    try {
      while (!inflater.needsInput() && !inflater.finished()) {
        int count = inflater.inflate(out);
        if (count == 0 && inflater.needsDictionary()) {
          throw broken("it wants a dictionary", null);
        }
        bytesOut += count;
        if (bytesOut > FREE && bytesOut > bytesIn * MOST_EXPANSION) {
          throw broken("it expands more than " + MOST_EXPANSION + " times", null);
        }
        crc.update(out, 0, count);
        sink.accept(out, count);
      }
    } catch (DataFormatException e) {
      throw broken("it is damaged", e);
    }
    return length - inflater.getRemaining();
  }

  // RFC 1952: CRC32 and size, little-endian; another member may follow.
  private void trailer(byte b) throws StreamException {
    trailer |= (b & 0xFFL) << (8 * trailerAt++);
    if (trailerAt == TRAILER) {
      if ((trailer & 0xFFFF_FFFFL) != crc.getValue()) {
        throw broken("its checksum is wrong", null);
      }
      header = new GzipHeader();
      inflater.reset();
      crc.reset();
      trailerAt = 0;
      trailer = 0;
    }
  }

  private static StreamException broken(String why, @Nullable Throwable cause) {
    return StreamException.of(
        Fault.ENCODING, "compressed stream must be sound gzip; " + why, cause);
  }
}
