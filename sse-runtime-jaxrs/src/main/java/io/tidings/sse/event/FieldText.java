package io.tidings.sse.event;

import java.time.Duration;

/** The rules that a field's value keeps; a broken one is an {@link IllegalArgumentException}. */
final class FieldText {

  private static final Duration LONGEST_RETRY = Duration.ofDays(1);

  private FieldText() {}

  /** Lone surrogates have no UTF-8 form; a reader would get something else than was sent. */
  static String multiLine(String field, String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        if (!Character.isSurrogatePair(value.charAt(i), next(value, i))) {
          throw illegal(field, "must not contain lone surrogates", i, value.charAt(i));
        }
        i++;
      }
    }
    return value;
  }

  /** A single-line field is refused, never stripped: stripping would hide an injection. */
  static String singleLine(String field, String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\r' || c == '\n' || c == 0) {
        throw illegal(field, "must not contain CR, LF or NUL", i, c);
      }
    }
    return multiLine(field, value);
  }

  static Duration retry(Duration retry) {
    if (retry.isNegative() || retry.compareTo(LONGEST_RETRY) > 0) {
      throw new IllegalArgumentException("retry must be from 0 to 1 day; was " + retry);
    }
    return retry;
  }

  private static char next(String value, int i) {
    return i + 1 < value.length() ? value.charAt(i + 1) : 0;
  }

  private static IllegalArgumentException illegal(String field, String rule, int index, char c) {
    return new IllegalArgumentException(
        String.format("%s %s; was U+%04X at index %d", field, rule, (int) c, index));
  }
}
