package io.tidings.sse.client;

/** An event id under construction: a text, and a number that is written behind it. */
final class IdValue {

  static final long NO_NUMBER = -1;

  private static final int MOST_DIGITS = 17;

  private String text;
  private long number;

  // What the text was read from: the next id has mostly the same before its number.
  private final ShortBytes known = new ShortBytes();

  IdValue(String text, long number) {
    this.text = text;
    this.number = number;
  }

  String text() {
    return text;
  }

  /** The number behind the text, or negative for none. */
  long number() {
    return number;
  }

  void set(IdValue other) {
    set(other.text);
    number = other.number;
  }

  void set(String other) {
    text = other;
    number = NO_NUMBER;
    known.forget();
  }

  /**
   * Reads the value of an {@code id} field: the digits at its end become the number.
   *
   * @return whether it was one; with U+0000 in it, it changes nothing
   */
  boolean read(byte[] bytes, int from, int to, Utf8 utf8) {
    int digits = from + known.length();
    if (digits > from && known.matches(bytes, from)) {
      long next = number(bytes, digits, to);
      if (next != NO_NUMBER) {
        number = next;
        return true;
      }
    }
    if (holdsNul(bytes, from, to)) {
      return false;
    }
    readAnew(bytes, from, to, utf8);
    return true;
  }

  private void readAnew(byte[] bytes, int from, int to, Utf8 utf8) {
    int start = to;
    while (start > from && to - start < MOST_DIGITS && isDigit(bytes[start - 1])) {
      start--;
    }
    while (start < to - 1 && bytes[start] == '0') {
      start++; // leading zeros would be lost, so they belong to the text
    }
    text = utf8.text(bytes, from, start);
    number = number(bytes, start, to);
    known.learn(bytes, from, start);
  }

  /** The number that stands here, written as a number is; negative for anything else. */
  private static long number(byte[] bytes, int from, int to) {
    if (from >= to || to - from > MOST_DIGITS || (bytes[from] == '0' && to - from > 1)) {
      return NO_NUMBER;
    }
    long number = 0;
    for (int at = from; at < to; at++) {
      if (!isDigit(bytes[at])) {
        return NO_NUMBER;
      }
      number = number * 10 + (bytes[at] - '0');
    }
    return number;
  }

  @Override
  public String toString() {
    return number < 0 ? text : text + number;
  }

  private static boolean holdsNul(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
