package io.tidings.sse.client;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that grow at their end and give big arrays back. Used by one thread at a time. */
final class ByteBuilder {

  private static final int SMALLEST = 256;
  private static final int KEPT = 64 * 1024;
  private static final int SHORT = 2 * Long.BYTES;
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final byte[] NOTHING = new byte[0];

  private byte[] bytes = NOTHING;
  private int size;

  int size() {
    return size;
  }

  /** The array behind it; only the first {@link #size} bytes mean anything. */
  byte[] array() {
    return bytes;
  }

  void append(byte b) {
    ensure(size + 1);
    bytes[size++] = b;
  }

  /** Appends a byte and then these bytes, as a further line is appended. */
  void append(byte first, byte[] source, int from, int to) {
    int at = size;
    if (at == bytes.length) {
      ensure(at + 1);
    }
    bytes[at] = first;
    size = put(at + 1, source, from, to);
  }

  void append(byte[] source, int from, int to) {
    size = put(size, source, from, to);
  }

  private int put(int at, byte[] source, int from, int to) {
    int length = to - from;
    if (length <= SHORT && from <= source.length - SHORT && at <= bytes.length - SHORT) {
      // Two words are quicker than a call; bytes beyond the length are overwritten later.
      WORD.set(bytes, at, (long) WORD.get(source, from));
      WORD.set(bytes, at + Long.BYTES, (long) WORD.get(source, from + Long.BYTES));
    } else {
      ensure(at + length);
      System.arraycopy(source, from, bytes, at, length);
    }
    return at + length;
  }

  /** Says how many bytes of the {@link #array} mean something from now on. */
  void size(int newSize) {
    size = newSize;
  }

  /** Empties it; an array that one large event made grow does not stay. */
  void clear() {
    size = 0;
    if (bytes.length > KEPT) {
      bytes = NOTHING;
    }
  }

  private void ensure(int capacity) {
    if (capacity > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(SMALLEST, Math.max(capacity, bytes.length * 2)));
    }
  }
}
