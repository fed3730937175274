package io.tidings.sse.processor;

import java.util.stream.Collectors;

/** What can stand in an {@code event:} field, beside the {@code topic#event} form. */
final class EventTypes {
  private EventTypes() {}

  /** The text without what cannot stand there; the same text when all of it can. */
  static String corrected(String text) {
    return text.codePoints()
        .filter(EventTypes::isAllowed)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static boolean isAllowed(int point) {
    boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return point != '\r' && point != '\n' && point != 0 && point != '#' && !surrogate;
  }

  /** The text as a Java literal would write it, so that a message stays on one line. */
  static String escaped(String text) {
    return text.chars()
        .mapToObj(
            unit ->
                unit < ' ' || Character.isSurrogate((char) unit)
                    ? "\\u%04x".formatted(unit)
                    : Character.toString(unit))
        .collect(Collectors.joining("", "\"", "\""));
  }
}
