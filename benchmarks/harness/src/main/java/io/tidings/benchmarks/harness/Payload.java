package io.tidings.benchmarks.harness;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The JSON text of every measured event: 120 bytes with the event's sequence and the time at which
 * it was due, both at fixed places, so that a reader finds them without parsing.
 */
public final class Payload {

  /** How many bytes a payload has. */
  public static final int LENGTH = 120;

  /** The payload's first eight bytes, as {@link ByteBuffer#getLong(int)} reads them. */
  public static final long MARK = ByteBuffer.wrap(ascii("{\"seq\":\"")).getLong();

  /** The largest sequence that fits. */
  public static final long MAX_SEQUENCE = 99_999_999;

  private static final int SEQUENCE_AT = 8;
  private static final int SEQUENCE_DIGITS = 8;
  private static final int TIME_AT = 24;
  private static final int TIME_DIGITS = 19;

  private final byte[] text;

  /** A payload to be stamped again and again by one thread. */
  public Payload() {
    String head = "{\"seq\":\"00000000\",\"at\":\"0000000000000000000\",\"note\":\"";
    text = new byte[LENGTH];
    Arrays.fill(text, (byte) 'x');
    System.arraycopy(ascii(head), 0, text, 0, head.length());
    text[LENGTH - 2] = '"';
    text[LENGTH - 1] = '}';
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The text for one event; {@code time} is of {@link System#nanoTime}. */
  public String stamp(long sequence, long time) {
    if (sequence < 0 || sequence > MAX_SEQUENCE) {
      throw new IllegalArgumentException("sequence must be 0 to 99999999; was " + sequence);
    }
    digits(SEQUENCE_AT, SEQUENCE_DIGITS, sequence);
    digits(TIME_AT, TIME_DIGITS, time);
    return new String(text, StandardCharsets.ISO_8859_1);
  }

  private void digits(int at, int count, long value) {
    long rest = value;
    for (int i = at + count - 1; i >= at; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** The sequence in the payload that begins at this index. */
  public static long sequence(ByteBuffer bytes, int payload) {
    return eightDigits(Long.reverseBytes(bytes.getLong(payload + SEQUENCE_AT)));
  }

  /** The time in the payload that begins at this index. */
  public static long time(ByteBuffer bytes, int payload) {
    long time = 0;
    for (int i = payload + TIME_AT; i < payload + TIME_AT + TIME_DIGITS; i++) {
      time = time * 10 + (bytes.get(i) - '0');
    }
    return time;
  }

  // All eight at once, pairs then fours: a digit loop would cost the load client more than the
  // read.
  private static long eightDigits(long ascii) {
    long pairs = ascii - 0x3030_3030_3030_3030L;
    pairs = pairs * 10 + (pairs >>> 8);
    long high = (pairs & 0x0000_00FF_0000_00FFL) * 0x000F_4240_0000_0064L;
    long low = ((pairs >>> 16) & 0x0000_00FF_0000_00FFL) * 0x0000_2710_0000_0001L;
    return (high + low) >>> 32;
  }
}
