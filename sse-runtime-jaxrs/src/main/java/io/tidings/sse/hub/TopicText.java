package io.tidings.sse.hub;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One part of a canonical topic: everything but {@code A-Za-z0-9-._~} is percent-encoded. */
final class TopicText {

  private static final String HEX = "0123456789ABCDEF";

  private TopicText() {}

  /** Whether a decoded text may stand in a topic: not empty, no dot segment, valid Unicode. */
  static boolean isValue(String text) {
    return !text.isEmpty()
        && !text.equals(".")
        && !text.equals("..")
        && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(b)) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
      }
    }
    return encoded.toString();
  }

  /** The decoded text. Empty when the escapes or the bytes that they stand for are malformed. */
  static Optional<String> decode(String encoded) {
    byte[] source = encoded.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(source.length);
    for (int i = 0; i < source.length; i++) {
      if (source[i] != '%') {
        bytes.put(source[i]);
      } else if (i + 2 < source.length && hex(source[i + 1]) >= 0 && hex(source[i + 2]) >= 0) {
        bytes.put((byte) (hex(source[i + 1]) << 4 | hex(source[i + 2])));
        i += 2;
      } else {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static int hex(byte b) {
    return b < 0 ? -1 : Character.digit((char) b, 16);
  }

  private static boolean isUnreserved(byte b) {
    return (b >= 'a' && b <= 'z')
        || (b >= 'A' && b <= 'Z')
        || (b >= '0' && b <= '9')
        || b == '-'
        || b == '.'
        || b == '_'
        || b == '~';
  }
}
