package io.tidings.benchmarks.rows.parser;

import java.util.Optional;

/** Counts the events that are right, before anything is measured. */
final class Proof {

  private Proof() {}

  /** What a reader does wrong with an input; nothing when each event arrives as it was written. */
  static Optional<String> objection(StreamReader reader, Input input) {
    String expected = input.data();
    int[] found = new int[2];
    try {
      reader.read(
          input, (type, data) -> found[Input.TYPE.equals(type) && expected.equals(data) ? 0 : 1]++);
    } catch (Exception failure) {
      return Optional.of("fails with " + failure);
    }
    return found[0] == input.events() && found[1] == 0
        ? Optional.empty()
        : Optional.of(
            "%d of %d events are right, %d wrong".formatted(found[0], input.events(), found[1]));
  }
}
