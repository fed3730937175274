package io.tidings.sse.client;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;

/**
 * Turns the bytes of an event stream, cut anywhere, into events. Used by one thread at a time.
 *
 * <p>It follows the HTML standard to the letter, knows no HTTP, and calls its listener before
 * {@link #feed(byte[], int, int)} returns. After an exception, its own or one of the listener, it
 * must not be fed before {@link #endOfStream}.
 */
public final class EventStreamParser {

  private static final int CHUNK = 16 * 1024;
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** Hears what is in a stream, in the thread that feeds the parser. */
  public interface Listener {

    /**
     * A block with data ended.
     *
     * @param event the event
     */
    void onEvent(ReceivedEvent event);

    /**
     * A block without data moved the cursor.
     *
     * @param id the last event id from now on; empty after a reset
     */
    default void onLastEventId(String id) {}

    /**
     * The stream asked for a reconnection time, which counts at once.
     *
     * @param delay what it asked for; as long as can be when it wrote too many digits
     */
    default void onRetry(Duration delay) {}

    /**
     * A comment line passed by.
     *
     * @param comment what is behind the colon, without one leading space
     */
    default void onComment(String comment) {}

    /**
     * Whether comments are decoded at all.
     *
     * @return {@code true} to get {@link #onComment} called
     */
    default boolean hearsComments() {
      return false;
    }
  }

  /** What became of the line that the last chunk has left open. */
  private enum OpenLine {
    NONE,
    KEPT,
    IGNORED
  }

  private final ParserLimits limits;
  private final EventBlock block;
  private final ByteBuilder line = new ByteBuilder();
  private byte[] copy = new byte[0];

  private OpenLine open = OpenLine.NONE;
  private boolean openIsAscii = true;
  private boolean afterCr;
  private int bomBytes;

  /**
   * A parser with the default limits.
   *
   * @param listener who hears the events
   */
  public EventStreamParser(Listener listener) {
    this(listener, ParserLimits.DEFAULT);
  }

  /**
   * A parser with limits of its own.
   *
   * @param listener who hears the events
   * @param limits how much it may hold
   */
  public EventStreamParser(Listener listener, ParserLimits limits) {
    this.limits = limits;
    this.block = new EventBlock(listener, limits);
  }

  /**
   * Takes the next bytes of the stream.
   *
   * @param bytes where they are; not kept
   * @param offset where they start
   * @param length how many there are
   */
  public void feed(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 1 && continues(bytes[offset])) {
      return;
    }
    int to = offset + length;
    int at = bomBytes < BOM.length ? afterBom(bytes, offset, to) : offset;
    if (afterCr && at < to) {
      afterCr = false;
      at += bytes[at] == LineEnds.LF ? 1 : 0;
    }
    lines(bytes, at, to);
    block.retain();
    ParserLimits.check("buffer", limits.buffered(), (long) line.size() + block.held());
  }

  /**
   * Takes the next bytes of the stream.
   *
   * @param bytes all that remain are taken
   */
  public void feed(ByteBuffer bytes) {
    if (bytes.hasArray()) {
      feed(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
      bytes.position(bytes.limit());
      return;
    }
    while (bytes.hasRemaining()) {
      int length = Math.min(CHUNK, bytes.remaining());
      copy = copy.length < length ? new byte[length] : copy;
      bytes.get(copy, 0, length);
      feed(copy, 0, length);
    }
  }

  /**
   * Ends the stream: an incomplete event is dropped with its id, the last event id stays.
   *
   * <p>What is fed next is the start of another stream, with a byte order mark of its own.
   */
  public void endOfStream() {
    line.clear();
    block.clear();
    open = OpenLine.NONE;
    openIsAscii = true;
    afterCr = false;
    bomBytes = 0;
  }

  /**
   * The cursor: the last event id as of the last complete block.
   *
   * @return the id; empty when there is none
   */
  public String lastEventId() {
    return block.lastEventId();
  }

  /**
   * Starts from a cursor that is known already, as a browser does after a reconnect.
   *
   * @param id the last event id; empty for none
   */
  public void lastEventId(String id) {
    block.lastEventId(id);
  }

  /** One byte more of a line whose field is known: what a slow drip consists of. */
  private boolean continues(byte b) {
    if (b == LineEnds.LF || b == LineEnds.CR || line.size() <= EventBlock.LONGEST_NAME) {
      return open == OpenLine.IGNORED && b != LineEnds.LF && b != LineEnds.CR;
    }
    ParserLimits.check("line", limits.line(), line.size() + 1L);
    ParserLimits.check("buffer", limits.buffered(), line.size() + 1L + block.held());
    line.append(b);
    openIsAscii &= b >= 0;
    return true;
  }

  private void lines(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      long scan = LineEnds.scan(bytes, at, to);
      int end = LineEnds.index(scan);
      boolean ascii = LineEnds.isAscii(scan);
      if (end == to) {
        leaveOpen(bytes, at, to, ascii);
        return;
      }
      if (open == OpenLine.NONE) {
        block.line(bytes, at, end, ascii);
      } else {
        finish(bytes, at, end, ascii);
      }
      at = afterLineEnd(bytes, end, to);
    }
  }

  // A line ends at CRLF, LF or CR; the two bytes of a CRLF may come in different chunks.
  private int afterLineEnd(byte[] bytes, int end, int to) {
    int next = end + 1;
    if (bytes[end] == LineEnds.LF) {
      return next;
    }
    if (next == to) {
      afterCr = true;
      return next;
    }
    return bytes[next] == LineEnds.LF ? next + 1 : next;
  }

  private void finish(byte[] bytes, int from, int end, boolean ascii) {
    if (open == OpenLine.KEPT) {
      append(bytes, from, end, ascii);
      block.line(line.array(), 0, line.size(), openIsAscii);
      block.retain();
      line.clear();
    }
    open = OpenLine.NONE;
    openIsAscii = true;
  }

  private void leaveOpen(byte[] bytes, int from, int to, boolean ascii) {
    if (open == OpenLine.IGNORED) {
      return;
    }
    if (open == OpenLine.NONE && block.ignores(bytes, from, to)) {
      open = OpenLine.IGNORED;
      return;
    }
    int known = line.size();
    append(bytes, from, to, ascii);
    open = OpenLine.KEPT;
    if (known <= EventBlock.LONGEST_NAME && block.ignores(line.array(), 0, line.size())) {
      line.clear();
      open = OpenLine.IGNORED;
    }
  }

  private void append(byte[] bytes, int from, int to, boolean ascii) {
    ParserLimits.check("line", limits.line(), (long) line.size() + (to - from));
    line.append(bytes, from, to);
    openIsAscii &= ascii;
  }

  // UTF-8 decode drops one leading byte order mark. A piece of one belongs to the first line, where
  // it makes a field name that nobody knows: the line is ignored.
  private int afterBom(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && bomBytes < BOM.length && bytes[at] == BOM[bomBytes]) {
      at++;
      bomBytes++;
    }
    if (at < to && bomBytes < BOM.length) {
      open = bomBytes == 0 ? OpenLine.NONE : OpenLine.IGNORED;
      bomBytes = BOM.length;
    }
    return at;
  }
}
