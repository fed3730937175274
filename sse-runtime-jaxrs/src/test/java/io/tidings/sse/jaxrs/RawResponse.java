package io.tidings.sse.jaxrs;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One HTTP/1.1 response read byte by byte, refusing whatever the grammar does not allow. */
final class RawResponse {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 ([1-5][0-9][0-9])( [ -~]*)?");
  private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*)");

  private final int status;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final InputStream body;

  private RawResponse(InputStream in, boolean head) throws IOException {
    Matcher first = matched(STATUS, line(in));
    this.status = Integer.parseInt(first.group(1));
    for (String field = line(in); !field.isEmpty(); field = line(in)) {
      Matcher matcher = matched(FIELD, field);
      headers.merge(matcher.group(1), matcher.group(2).strip(), (a, b) -> a + ", " + b);
    }
    this.body = head || status == 204 ? InputStream.nullInputStream() : bodyOf(in);
  }

  static RawResponse read(InputStream in) throws IOException {
    return new RawResponse(in, false);
  }

  static RawResponse readHead(InputStream in) throws IOException {
    return new RawResponse(in, true);
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** One block of the stream with its blank line; fails at the end of the stream. */
  String block() throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    int last = 0;
    while (true) {
      int next = body.read();
      if (next < 0) {
        throw new EOFException("stream ended inside a block; was " + text(block));
      }
      block.write(next);
      if (next == '\n' && (last == '\n' || block.size() == 1)) {
        return text(block);
      }
      last = next;
    }
  }

  /** Everything up to the clean end of the body; a cut connection is an exception. */
  String rest() throws IOException {
    return new String(body.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The bytes of the body, as they come. */
  InputStream body() {
    return body;
  }

  private InputStream bodyOf(InputStream in) {
    if (header("Transfer-Encoding").toLowerCase(Locale.ROOT).equals("chunked")) {
      return new ChunkedBody(in);
    }
    return new FixedBody(in, Long.parseLong(headers.getOrDefault("Content-Length", "-1")));
  }

  private static Matcher matched(Pattern pattern, String text) throws IOException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IOException("line must match " + pattern + "; was " + text);
    }
    return matcher;
  }

  /** One line that ends at CRLF; a lone CR or LF is refused. */
  static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\r'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("connection ended inside a line; was " + text(line));
      }
      if (next == '\n') {
        throw new IOException("line must end with CRLF; was " + text(line));
      }
      line.write(next);
    }
    if (in.read() != '\n') {
      throw new IOException("CR must be followed by LF; was " + text(line));
    }
    return text(line);
  }

  /** One byte at a time keeps the strictness in one place; the tests read little. */
  private static int readOne(InputStream in, byte[] bytes, int offset, int length)
      throws IOException {
    if (length == 0) {
      return 0;
    }
    int next = in.read();
    if (next < 0) {
      return -1;
    }
    bytes[offset] = (byte) next;
    return 1;
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** A body of known length, or up to the end of the connection. */
  private static final class FixedBody extends InputStream {

    private final InputStream in;
    private long left;

    FixedBody(InputStream in, long length) {
      this.in = in;
      this.left = length;
    }

    @Override
    public int read() throws IOException {
      if (left == 0) {
        return -1;
      }
      int next = in.read();
      if (next < 0 && left > 0) {
        throw new EOFException("body was cut; missing " + left);
      }
      left--;
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return readOne(this, bytes, offset, length);
    }
  }

  /** A chunked body; only the last chunk is a clean end. */
  private static final class ChunkedBody extends InputStream {

    private final InputStream in;
    private int left;
    private boolean started;
    private boolean ended;

    ChunkedBody(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      if (left == 0 && !ended) {
        startChunk();
      }
      if (ended) {
        return -1;
      }
      int next = in.read();
      if (next < 0) {
        throw new EOFException("chunk was cut; missing " + left);
      }
      left--;
      return next;
    }

    // The end of a chunk is read late: Jetty sends it with the next one.
    private void startChunk() throws IOException {
      if (started) {
        endOfChunk();
      }
      started = true;
      left = Integer.parseInt(line(in), 16);
      if (left == 0) {
        ended = true;
        endOfChunk();
      }
    }

    private void endOfChunk() throws IOException {
      String end = line(in);
      if (!end.isEmpty()) {
        throw new IOException("chunk must end with CRLF; was " + end);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return readOne(this, bytes, offset, length);
    }
  }

  /** Names of headers that must never differ between containers. */
  static final List<String> STREAM_HEADERS =
      List.of("Content-Type", "Cache-Control", "X-Accel-Buffering", "X-Content-Type-Options");
}
