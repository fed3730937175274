package io.tidings.sse.client;

import java.nio.charset.StandardCharsets;

/**
 * Decodes UTF-8 as the Encoding Standard does. Used by one thread at a time.
 *
 * <p>The decoder of the JDK makes one U+FFFD of an encoded surrogate where the standard makes
 * three.
 */
final class Utf8 {

  private static final char REPLACEMENT = '\uFFFD';
  private static final int KEPT_CHARS = 8 * 1024;

  private char[] scratch = new char[0];

  /** The text of these bytes. */
  String text(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    // Whatever the JDK replaces becomes this character, and only then may the two differ.
    return text.indexOf(REPLACEMENT) < 0 ? text : decode(bytes, from, to);
  }

  private String decode(byte[] bytes, int from, int to) {
    char[] chars = room(to - from);
    int length = 0;
    int at = from;
    while (at < to) {
      byte first = bytes[at];
      if (first >= 0) {
        chars[length++] = (char) first;
        at++;
      } else {
        int sequence = sequence(bytes, at, to);
        length += append(chars, length, sequence);
        at += sequence >>> 24;
      }
    }
    return new String(chars, 0, length);
  }

  private char[] room(int length) {
    if (length > KEPT_CHARS) {
      return new char[length];
    }
    if (scratch.length < length) {
      scratch = new char[Math.min(KEPT_CHARS, length * 2)];
    }
    return scratch;
  }

  private static int append(char[] chars, int length, int sequence) {
    int point = sequence & 0xFF_FFFF;
    if (point <= 0xFFFF) {
      chars[length] = (char) point;
      return 1;
    }
    chars[length] = Character.highSurrogate(point);
    chars[length + 1] = Character.lowSurrogate(point);
    return 2;
  }

  // Encoding Standard, UTF-8 decoder: the code point in the low 24 bits, the bytes taken above
  // them.
  private static int sequence(byte[] bytes, int from, int to) {
    int lead = bytes[from] & 0xFF;
    int needed = needed(lead);
    int point = lead & (0x3F >>> needed);
    int lower = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    int upper = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    int taken = 1;
    while (taken <= needed && from + taken < to) {
      int next = bytes[from + taken] & 0xFF;
      if (next < lower || next > upper) {
        break; // it starts the next character, it is not swallowed
      }
      point = point << 6 | (next & 0x3F);
      lower = 0x80;
      upper = 0xBF;
      taken++;
    }
    return taken << 24 | (needed > 0 && taken > needed ? point : REPLACEMENT);
  }

  /** How many bytes follow a lead byte; 0 when it cannot lead. */
  private static int needed(int lead) {
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    return lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  }
}
