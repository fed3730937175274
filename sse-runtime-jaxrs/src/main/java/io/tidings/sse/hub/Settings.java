package io.tidings.sse.hub;

import java.time.Duration;

/** The rules that settings keep; a broken one is an {@link IllegalArgumentException}. */
final class Settings {

  private Settings() {}

  static int notNegative(String name, int value) {
    return (int) notNegative(name, (long) value);
  }

  static long notNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must not be negative; was " + value);
    }
    return value;
  }

  static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1; was " + value);
    }
    return value;
  }

  static Duration positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + " must be longer than nothing; was " + value);
    }
    return value;
  }
}
