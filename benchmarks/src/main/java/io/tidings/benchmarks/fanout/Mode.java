package io.tidings.benchmarks.fanout;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How events are published. */
public enum Mode {
  /** Each event reaches all readers before the next is published. */
  LOCKSTEP(1),
  /** The publisher is up to 64 events ahead of the slowest reader. */
  SATURATED(64),
  /** So many events a second, whatever the readers do. */
  PACED(0),
  /** As paced, with one reader that has stopped reading. */
  STUCK(0),
  /** As paced, while as many readers a second come and go as there are events. */
  CHURN(0);

  private final int window;

  Mode(int window) {
    this.window = window;
  }

  /** How many events the publisher may be ahead; zero when it does not look. */
  int window() {
    return window;
  }

  /** The name in results and on the command line. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All names. */
  public static List<String> names() {
    return Stream.of(values()).map(Mode::text).toList();
  }

  /** The mode of that name. */
  public static Mode named(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
