package io.tidings.sse.jaxrs.console;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON of maps, collections, texts and numbers; harmless in markup, too. */
final class Json {

  private Json() {}

  static String of(@Nullable Object value) {
    if (value == null || value instanceof Number || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> of(String.valueOf(entry.getKey())) + ':' + of(entry.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof Collection<?> all) {
      return all.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
    }
    return quoted(value.toString());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> append(quoted, (char) c));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, char c) {
    if (c < ' ' || c > '~' || "\"\\<>&'".indexOf(c) >= 0) {
      quoted.append(String.format("\\u%04x", (int) c));
    } else {
      quoted.append(c);
    }
  }
}
