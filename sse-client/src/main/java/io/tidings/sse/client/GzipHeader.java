package io.tidings.sse.client;

import io.tidings.sse.client.StreamException.Fault;

/** The header of a gzip member (RFC 1952), byte by byte. Used by one thread. */
final class GzipHeader {

  private static final int FLAGS_AT = 3;

  /** What a header consists of, in this order. */
  private enum Part {
    FIXED(0),
    EXTRA_LENGTH(4),
    EXTRA(4),
    NAME(8),
    COMMENT(16),
    CRC(2),
    DONE(0);

    final int flag;

    Part(int flag) {
      this.flag = flag;
    }
  }

  private static final Part[] PARTS = Part.values();

  private Part part = Part.FIXED;
  private int next = 1;
  private int left = 10;
  private int position;
  private int flags;
  private int extra;

  boolean isStarted() {
    return position > 0;
  }

  boolean isComplete() {
    return part == Part.DONE;
  }

  /** Reads what belongs to the header and says how much that was. */
  int read(byte[] bytes, int from, int to) throws StreamException {
    int at = from;
    while (at < to && !isComplete()) {
      take(bytes[at++] & 0xFF);
      position++;
    }
    return at - from;
  }

  private void take(int b) throws StreamException {
    switch (part) {
      case FIXED -> fixed(b);
      case EXTRA_LENGTH -> extra |= left == 2 ? b : b << 8;
      default -> {}
    }
    boolean text = part == Part.NAME || part == Part.COMMENT;
    left = text && b != 0 ? 1 : left - 1;
    while (left == 0 && part != Part.DONE) {
      part = PARTS[next++];
      left = (flags & part.flag) == 0 ? 0 : length();
    }
  }

  private int length() {
    return switch (part) {
      case EXTRA_LENGTH, CRC -> 2;
      case EXTRA -> extra;
      default -> 1; // a text, to its NUL
    };
  }

  private void fixed(int b) throws StreamException {
    boolean right =
        switch (position) {
          case 0 -> b == 0x1F;
          case 1 -> b == 0x8B;
          case 2 -> b == 8;
          case FLAGS_AT -> (b & 0xE0) == 0;
          default -> true;
        };
    if (!right) {
      throw StreamException.of(
          Fault.ENCODING, "compressed stream must be sound gzip; its header is not", null);
    }
    flags = position == FLAGS_AT ? b : flags;
  }
}
