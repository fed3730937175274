package io.tidings.sse.client;

import java.util.Arrays;

/** Gives equal bytes the same String: a stream has few event types. Used by one thread. */
final class TextCache {

  private static final int SLOTS = 64; // a power of two
  private static final int LONGEST = 128;

  private final Utf8 utf8;
  private final ShortBytes newest = new ShortBytes();
  private String newestText = "";
  private final byte[][] keys = new byte[SLOTS][];
  private final String[] texts = new String[SLOTS];

  TextCache(Utf8 utf8) {
    this.utf8 = utf8;
  }

  String text(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0 || length > LONGEST) {
      return utf8.text(bytes, from, to);
    }
    if (length == newest.length() && newest.matches(bytes, from)) {
      return newestText;
    }
    int slot = slot(bytes, from, to);
    byte[] key = keys[slot];
    if (key == null || !Arrays.equals(key, 0, key.length, bytes, from, to)) {
      keys[slot] = Arrays.copyOfRange(bytes, from, to);
      texts[slot] = utf8.text(bytes, from, to);
    }
    newestText = texts[slot];
    newest.learn(bytes, from, to);
    return newestText;
  }

  private static int slot(byte[] bytes, int from, int to) {
    int middle = bytes[(from + to) >>> 1];
    int hash = ((bytes[from] * 31 + middle) * 31 + bytes[to - 1]) * 31 + (to - from);
    return (hash ^ hash >>> 7) & (SLOTS - 1);
  }
}
