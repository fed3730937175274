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
  private static final int NOWHERE = -1;
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
  private int room;
  private boolean afterCr;
  private int behindCr = NOWHERE;
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
    behindCr = afterCr ? at : NOWHERE;
    lines(bytes, at, to);
    afterCr = behindCr == to;
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

  // A slow drip: one byte more of a line costs no look at the line.
  private boolean continues(byte b) {
    if (b == LineEnds.LF || b == LineEnds.CR || bomBytes < BOM.length) {
      return false;
    }
    if (open == OpenLine.NONE) {
      keep();
    }
    if (open == OpenLine.KEPT) {
      if (line.size() >= room) {
        checkRoom();
      }
      line.append(b);
      if (line.size() == Fields.LONGEST_NAME + 1) {
        keepOrIgnore();
      }
    }
    return true;
  }

  private void lines(byte[] bytes, int from, int to) {
    int start = from;
    int at = from;
    while (at <= to - LineEnds.STEP) {
      int next = at + LineEnds.STEP;
      for (int marks = LineEnds.marks(bytes, at); marks != 0; marks &= marks - 1) {
        int line = afterLine(bytes, start, at + Integer.numberOfTrailingZeros(marks));
        if (line == start) {
          continue; // no line has ended
        }
        start = block.moreData(bytes, line, to);
        if (start != line) {
          next = start;
          break;
        }
      }
      at = next;
    }
    for (; at < to; at++) {
      start = afterLine(bytes, start, at);
    }
    if (start < to) {
      leaveOpen(bytes, start, to);
    }
  }

  /** Where the next line starts; the same as before when no line ends here. */
  private int afterLine(byte[] bytes, int start, int at) {
    byte end = bytes[at];
    if (end != LineEnds.LF && end != LineEnds.CR) {
      return start;
    }
    // A line ends at CRLF, LF or CR; the two bytes of a CRLF may come in different chunks.
    if (end == LineEnds.CR) {
      line(bytes, start, at);
      behindCr = at + 1;
    } else if (at != behindCr) {
      line(bytes, start, at);
    }
    return at + 1;
  }

  private void line(byte[] bytes, int from, int end) {
    if (open == OpenLine.NONE) {
      block.line(bytes, from, end);
      return;
    }
    if (open == OpenLine.KEPT) {
      append(bytes, from, end);
      block.line(line.array(), 0, line.size());
      line.clear();
    }
    open = OpenLine.NONE;
  }

  private void leaveOpen(byte[] bytes, int from, int to) {
    int rest = from;
    if (open == OpenLine.NONE) {
      block.retain(); // what it has may lie where the line goes now
      keep();
      open = block.ignores(bytes, from, to) ? OpenLine.IGNORED : OpenLine.KEPT;
    } else if (open == OpenLine.KEPT && line.size() <= Fields.LONGEST_NAME) {
      rest = Math.min(to, from + Fields.LONGEST_NAME + 1 - line.size());
      append(bytes, from, rest);
      keepOrIgnore();
    }
    if (open == OpenLine.KEPT) {
      append(bytes, rest, to);
    }
  }

  private void keep() {
    open = OpenLine.KEPT;
    afterCr = false;
    room = Math.min(limits.line(), limits.buffered() - block.held());
  }

  private void keepOrIgnore() {
    if (block.ignores(line.array(), 0, line.size())) {
      line.clear();
      open = OpenLine.IGNORED;
    }
  }

  private void append(byte[] bytes, int from, int to) {
    ParserLimits.check("line", limits.line(), (long) line.size() + (to - from));
    line.append(bytes, from, to);
  }

  private void checkRoom() {
    ParserLimits.check("line", limits.line(), line.size() + 1L);
    ParserLimits.check("buffer", limits.buffered(), line.size() + 1L + block.held());
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
