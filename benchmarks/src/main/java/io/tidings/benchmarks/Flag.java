package io.tidings.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may follow on the command line. */
public enum Flag {
  /** A short run is enough. */
  QUICK(""),
  /** Only these rows. */
  ROWS("a,b"),
  /** The file that also gets the lines of JSON. */
  JSON("FILE"),
  /** The folder that gets the files for the documentation. */
  OUT("FOLDER"),
  /** Only these modes. */
  MODES("a,b"),
  /** So many readers. */
  READERS("N"),
  /** So many events a second. */
  RATE("N"),
  /** Measurements of so many seconds. */
  SECONDS("N"),
  /** So many rounds, if there is time for them. */
  ROUNDS("N");

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

  /** Whether it means anything to a benchmark: an ignored one would look as if it had counted. */
  boolean suits(Bench bench) {
    return switch (this) {
      case QUICK, JSON, OUT -> true;
      case ROWS -> !bench.rows().isEmpty();
      case MODES -> !bench.modes().isEmpty();
      case READERS, RATE, SECONDS, ROUNDS -> bench.loads().contains(this);
    };
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
