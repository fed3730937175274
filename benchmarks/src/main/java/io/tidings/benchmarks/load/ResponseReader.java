package io.tidings.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;

/** Reads one HTTP/1.1 response, chunked or up to its end, and passes the body on piece by piece. */
final class ResponseReader {

  private enum Part {
    HEAD,
    PLAIN_BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    END
  }

  private static final String HEAD_END = "\r\n\r\n";

  private final EventScanner scanner = new EventScanner();
  private StringBuilder head = new StringBuilder();
  private Part part = Part.HEAD;
  private int chunk;

  /** Takes the bytes up to this index. */
  void read(ByteBuffer bytes, int to, EventScanner.Events events) throws IOException {
    int at = 0;
    while (at < to) {
      at =
          switch (part) {
            case HEAD -> head(bytes, at);
            case PLAIN_BODY -> body(bytes, at, to, events);
            case CHUNK_SIZE -> chunkSize(bytes, at);
            case CHUNK -> chunk(bytes, at, to, events);
            case CHUNK_END -> chunkEnd(bytes, at);
            case END -> to;
          };
    }
  }

  /** Whether the server has ended the response as HTTP wants it. */
  boolean ended() {
    return part == Part.END;
  }

  private int head(ByteBuffer bytes, int at) throws IOException {
    head.append((char) bytes.get(at));
    if (head.length() >= HEAD_END.length()
        && head.indexOf(HEAD_END, head.length() - HEAD_END.length()) >= 0) {
      String text = head.toString().toLowerCase(Locale.ROOT);
      if (!text.startsWith("http/1.1 200")) {
        throw new IOException("status must be 200; was " + text.lines().findFirst().orElse(""));
      }
      part = text.contains("transfer-encoding: chunked") ? Part.CHUNK_SIZE : Part.PLAIN_BODY;
      head = new StringBuilder(0);
    }
    return at + 1;
  }

  private int body(ByteBuffer bytes, int at, int to, EventScanner.Events events) {
    scanner.scan(bytes, at, to, events);
    return to;
  }

  private int chunkSize(ByteBuffer bytes, int at) throws IOException {
    int digit = Character.digit(bytes.get(at), 16);
    if (digit >= 0) {
      chunk = chunk * 16 + digit;
    } else if (bytes.get(at) == '\n') {
      part = chunk == 0 ? Part.END : Part.CHUNK;
    } else if (bytes.get(at) != '\r') {
      throw new IOException("chunk size must be hexadecimal; was byte " + bytes.get(at));
    }
    return at + 1;
  }

  private int chunk(ByteBuffer bytes, int at, int to, EventScanner.Events events) {
    int length = Math.min(chunk, to - at);
    scanner.scan(bytes, at, at + length, events);
    chunk -= length;
    if (chunk == 0) {
      part = Part.CHUNK_END;
    }
    return at + length;
  }

  private int chunkEnd(ByteBuffer bytes, int at) {
    if (bytes.get(at) == '\n') {
      part = Part.CHUNK_SIZE;
    }
    return at + 1;
  }
}
