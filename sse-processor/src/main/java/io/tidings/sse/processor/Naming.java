package io.tidings.sse.processor;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How names change their shape between the places where they are written. */
final class Naming {
  private Naming() {}

  /** {@code vehicle-positions} becomes {@code VehiclePositions}. */
  static String pascal(String text) {
    return Arrays.stream(text.split("[-._~]+"))
        .filter(word -> !word.isEmpty())
        .map(Naming::capitalised)
        .collect(Collectors.joining());
  }

  /** {@code priceMoved} becomes {@code PRICE_MOVED}. */
  static String constant(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
        .toUpperCase(Locale.ROOT);
  }

  /** {@code java.util.List<java.lang.String>} becomes {@code List<String>}. */
  static String unqualified(String type) {
    return type.replaceAll("\\b[a-z_$][\\w$]*\\.(?=[\\w$])", "");
  }

  static String capitalised(String name) {
    return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  /** {@code OrderPlaced} becomes {@code orderPlaced}. */
  static String decapitalised(String name) {
    return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
