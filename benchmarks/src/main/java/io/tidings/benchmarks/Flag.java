package io.tidings.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may follow on the command line. */
enum Flag {
  QUICK(""),
  ROWS("a,b"),
  JSON("FILE"),
  OUT("FOLDER"),
  MODES("a,b"),
  READERS("N"),
  RATE("N"),
  SECONDS("N");

  private final String value;

  Flag(String value) {
    this.value = value;
  }

  /** How it is written. */
  String text() {
    return "--" + name().toLowerCase(Locale.ROOT);
  }

  boolean hasValue() {
    return !value.isEmpty();
  }

  boolean isNumber() {
    return value.equals("N");
  }

  /** How it is explained. */
  String usage() {
    return hasValue() ? "[" + text() + " " + value + "]" : "[" + text() + "]";
  }

  static List<String> texts() {
    return Stream.of(values()).map(Flag::text).toList();
  }

  static Optional<Flag> of(String text) {
    return Stream.of(values()).filter(flag -> flag.text().equals(text)).findFirst();
  }
}
