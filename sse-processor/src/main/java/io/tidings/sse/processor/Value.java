package io.tidings.sse.processor;

import java.time.Duration;

/** A checked value that somebody wrote in an annotation. */
sealed interface Value {

  /** A whole number. */
  record Count(int number) implements Value {}

  /** A number from 0.0 to 1.0. */
  record Share(double number) implements Value {}

  /** A number of bytes. */
  record Size(long bytes) implements Value {}

  /** A duration. */
  record Time(Duration duration) implements Value {}

  /** The word {@code off}: nothing, on purpose. */
  record Off() implements Value {}

  /** A text. */
  record Text(String text) implements Value {}

  /** A constant of an enum. */
  record Constant(String name) implements Value {}
}
