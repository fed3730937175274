package io.tidings.sse.client;

/** An event id under construction: a text, and a number that is written behind it. */
final class IdValue {

  static final long NO_NUMBER = -1;

  private static final int MOST_DIGITS = 17;

  private String text;
  private long number;

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
    text = other.text;
    number = other.number;
  }

  void set(String other) {
    text = other;
    number = NO_NUMBER;
  }

  /** Reads the value of an {@code id} field: the digits at its end become the number. */
  void read(byte[] bytes, int from, int to, Utf8 utf8) {
    int start = to;
    long value = 0;
    long power = 1;
    while (start > from && to - start < MOST_DIGITS && isDigit(bytes[start - 1])) {
      value += power * (bytes[--start] - '0');
      power *= 10;
    }
    while (start < to - 1 && bytes[start] == '0') {
      start++; // leading zeros would be lost, so they belong to the text
    }
    if (!sameText(bytes, from, start)) {
      text = utf8.text(bytes, from, start, false);
    }
    number = start == to ? NO_NUMBER : value;
  }

  @Override
  public String toString() {
    return number < 0 ? text : text + number;
  }

  private boolean sameText(byte[] bytes, int from, int to) {
    if (text.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i - from) != bytes[i]) {
        return false; // a byte above 127 is negative here, so such a text is decoded anew
      }
    }
    return true;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
