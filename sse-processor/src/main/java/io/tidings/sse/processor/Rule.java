package io.tidings.sse.processor;

import java.time.Duration;

/** What a member of an annotation may be. */
sealed interface Rule {

  /** A whole number. */
  record Count(int min, int max) implements Rule {}

  /** A number from 0.0 to 1.0. */
  record Share() implements Rule {}

  /** A size such as {@code 64KB}. */
  record Size(long min, long max) implements Rule {}

  /**
   * A duration such as {@code 15s}.
   *
   * @param off whether the word {@code off} is allowed, too
   */
  record Time(Duration min, Duration max, boolean off) implements Rule {}

  /** The type of an event. */
  record EventType() implements Rule {}

  /** A constant of an enum, which javac has checked. */
  record Choice() implements Rule {}
}
