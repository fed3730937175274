package io.tidings.sse.client;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Knows the names of fields, whose bytes it compares as numbers: this is done for each line. */
final class Fields {

  static final int LONGEST_NAME = 5;
  static final int NOT_THIS = -1;

  private static final byte[] DATA = ascii("data");
  private static final byte[] EVENT = ascii("event");
  private static final byte[] ID = ascii("id");
  private static final byte[] RETRY = ascii("retry");

  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int DATA_START = (int) FOUR.get(DATA, 0);
  private static final int EVENT_START = (int) FOUR.get(EVENT, 0);
  private static final int RETRY_START = (int) FOUR.get(RETRY, 0);

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int COLON_END = 5 * Byte.SIZE;
  private static final long FIVE_BYTES = (1L << COLON_END) - 1;
  private static final long DATA_COLON = (long) EIGHT.get(ascii("data:\0\0\0"), 0);

  private Fields() {}

  /** Where the value starts if {@code data:} stands here, at least eight bytes before the end. */
  static int dataColon(byte[] bytes, int from) {
    long start = (long) EIGHT.get(bytes, from);
    if ((start & FIVE_BYTES) != DATA_COLON) {
      return NOT_THIS;
    }
    return (byte) (start >>> COLON_END) == ' ' ? from + 6 : from + 5;
  }

  static int data(byte[] bytes, int from, int to) {
    return to - from >= 4 && (int) FOUR.get(bytes, from) == DATA_START
        ? value(bytes, from + 4, to)
        : NOT_THIS;
  }

  static int event(byte[] bytes, int from, int to) {
    return to - from >= 5 && (int) FOUR.get(bytes, from) == EVENT_START && bytes[from + 4] == 't'
        ? value(bytes, from + 5, to)
        : NOT_THIS;
  }

  static int id(byte[] bytes, int from, int to) {
    return to - from >= 2 && bytes[from + 1] == 'd' ? value(bytes, from + 2, to) : NOT_THIS;
  }

  static int retry(byte[] bytes, int from, int to) {
    return to - from >= 5 && (int) FOUR.get(bytes, from) == RETRY_START && bytes[from + 4] == 'y'
        ? value(bytes, from + 5, to)
        : NOT_THIS;
  }

  /** Where the value of a field starts, without one leading space; the end if there is no colon. */
  private static int value(byte[] bytes, int colon, int to) {
    if (colon == to) {
      return to;
    }
    if (bytes[colon] != ':') {
      return NOT_THIS;
    }
    return colon + 1 < to && bytes[colon + 1] == ' ' ? colon + 2 : colon + 1;
  }

  /** Whether a line that starts like this may be a field that is known. */
  static boolean mayStart(byte[] bytes, int from, int to) {
    return switch (bytes[from]) {
      case 'd' -> mayBe(DATA, bytes, from, to);
      case 'e' -> mayBe(EVENT, bytes, from, to);
      case 'i' -> mayBe(ID, bytes, from, to);
      case 'r' -> mayBe(RETRY, bytes, from, to);
      default -> false;
    };
  }

  private static boolean mayBe(byte[] name, byte[] bytes, int from, int to) {
    int known = Math.min(name.length, to - from);
    return Arrays.equals(name, 0, known, bytes, from, from + known)
        && (known == to - from || bytes[from + known] == ':');
  }

  private static byte[] ascii(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
