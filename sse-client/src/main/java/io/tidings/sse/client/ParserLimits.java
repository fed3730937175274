package io.tidings.sse.client;

/**
 * How much of a stream a parser holds before it gives up.
 *
 * <p>Lines that are ignored, comments among them, are not held and have no limit.
 *
 * @param line the longest line, in bytes
 * @param event the most bytes that the data of one event may have
 * @param buffered the most bytes that are kept from one chunk to the next
 */
public record ParserLimits(int line, int event, int buffered) {

  /** Lines of 16 MB, events of 16 MB, 32 MB kept. */
  public static final ParserLimits DEFAULT = new ParserLimits(16 << 20, 16 << 20, 32 << 20);

  /**
   * Checks that each limit lets something through.
   *
   * @param line the longest line
   * @param event the most bytes of data
   * @param buffered the most bytes kept
   */
  public ParserLimits {
    positive("line", line);
    positive("event", event);
    positive("buffered", buffered);
  }

  /**
   * The same with this limit for one line.
   *
   * @param bytes the longest line
   * @return the new limits
   */
  public ParserLimits withLine(int bytes) {
    return new ParserLimits(bytes, event, buffered);
  }

  /**
   * The same with this limit for the data of one event.
   *
   * @param bytes the most bytes of data
   * @return the new limits
   */
  public ParserLimits withEvent(int bytes) {
    return new ParserLimits(line, bytes, buffered);
  }

  /**
   * The same with this limit for what is kept between chunks.
   *
   * @param bytes the most bytes kept
   * @return the new limits
   */
  public ParserLimits withBuffered(int bytes) {
    return new ParserLimits(line, event, bytes);
  }

  // Not in the exception's class, whose methods the compiler of the JVM never inlines.
  static void check(String subject, int limit, long bytes) {
    if (bytes > limit) {
      throw new StreamLimitException(subject, limit, bytes);
    }
  }

  private static void positive(String name, int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException(name + " must be at least 1 byte; was " + bytes);
    }
  }
}
