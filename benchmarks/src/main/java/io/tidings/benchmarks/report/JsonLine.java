package io.tidings.benchmarks.report;

import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes names and values as one JSON object on one line. */
public final class JsonLine {

  private static final int FIRST_PRINTABLE = 0x20;

  private JsonLine() {}

  /** The object's text; values are numbers, truths, null, or else taken as text. */
  public static String of(Map<String, ? extends @Nullable Object> values) {
    StringJoiner members = new StringJoiner(",", "{", "}");
    values.forEach((name, value) -> members.add(text(name) + ":" + value(value)));
    return members.toString();
  }

  private static String value(@Nullable Object value) {
    return value == null || value instanceof Number || value instanceof Boolean
        ? String.valueOf(value)
        : text(value.toString());
  }

  private static String text(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(character -> append(quoted, (char) character));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, char character) {
    switch (character) {
      case '"', '\\' -> quoted.append('\\').append(character);
      case '\n' -> quoted.append("\\n");
      default -> {
        if (character < FIRST_PRINTABLE) {
          quoted.append(String.format("\\u%04x", (int) character));
        } else {
          quoted.append(character);
        }
      }
    }
  }
}
