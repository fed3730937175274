package io.tidings.sse.processor;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The naming strategies that come with Jackson, letter for letter. */
final class JsonNaming {
  private static final Map<String, UnaryOperator<String>> STRATEGIES =
      Map.of(
          "SnakeCaseStrategy", JsonNaming::snake,
          "UpperSnakeCaseStrategy", name -> snake(name).toUpperCase(Locale.ROOT),
          "LowerCamelCaseStrategy", UnaryOperator.identity(),
          "UpperCamelCaseStrategy", Naming::capitalised,
          "LowerCaseStrategy", name -> name.toLowerCase(Locale.ROOT),
          "KebabCaseStrategy", name -> separated(name, '-'),
          "LowerDotCaseStrategy", name -> separated(name, '.'));

  private static final Set<String> HOLDERS =
      Set.of(
          "com.fasterxml.jackson.databind.PropertyNamingStrategies",
          "com.fasterxml.jackson.databind.PropertyNamingStrategy",
          "tools.jackson.databind.PropertyNamingStrategies");

  private JsonNaming() {}

  /** The strategy of a class, such as {@code PropertyNamingStrategies.SnakeCaseStrategy}. */
  static Optional<UnaryOperator<String>> of(String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    return dot > 0 && HOLDERS.contains(qualifiedName.substring(0, dot))
        ? Optional.ofNullable(STRATEGIES.get(qualifiedName.substring(dot + 1)))
        : Optional.empty();
  }

  /** A run of capitals is one word; a leading underscore goes, unless nothing else is there. */
  private static String snake(String name) {
    StringBuilder words = new StringBuilder();
    boolean inCapitals = false;
    for (int i = name.startsWith("_") ? 1 : 0; i < name.length(); i++) {
      char letter = name.charAt(i);
      boolean capital = Character.isUpperCase(letter);
      boolean begun = words.length() > 0 && words.charAt(words.length() - 1) != '_';
      if (capital && !inCapitals && begun) {
        words.append('_');
      }
      words.append(capital ? Character.toLowerCase(letter) : letter);
      inCapitals = capital;
    }
    return words.isEmpty() ? name : words.toString();
  }

  /** The last of a run of capitals begins the next word: {@code httpURLPath}, http-url-path. */
  private static String separated(String name, char separator) {
    StringBuilder words = new StringBuilder();
    int capitals = 0;
    for (int i = 0; i < name.length(); i++) {
      char lower = Character.toLowerCase(name.charAt(i));
      if (lower == name.charAt(i)) {
        if (capitals > 1) {
          words.insert(words.length() - 1, separator);
        }
        capitals = 0;
      } else {
        if (capitals == 0 && i > 0) {
          words.append(separator);
        }
        capitals++;
      }
      words.append(lower);
    }
    return words.toString();
  }
}
