package io.tidings.sse.hub;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A variable of a template: its name, and how a request's text becomes its one canonical form. */
public final class Variable {

  private final String name;
  private final Function<String, @Nullable String> canonical;

  private Variable(String name, Function<String, @Nullable String> canonical) {
    this.name = name;
    this.canonical = canonical;
  }

  /**
   * A variable that takes any text.
   *
   * @param name the name between the braces
   * @return a new variable
   */
  public static Variable string(String name) {
    return new Variable(name, UnaryOperator.identity());
  }

  /**
   * A variable that takes the names of an enum's constants.
   *
   * @param name the name between the braces
   * @param type the enum
   * @return a new variable
   */
  public static Variable enumeration(String name, Class<? extends Enum<?>> type) {
    Set<String> names =
        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
    return new Variable(name, text -> names.contains(text) ? text : null);
  }

  /**
   * A variable that a parser reads, such as {@code Integer::valueOf}; what the value writes of
   * itself is canonical, and must be readable again.
   *
   * @param name the name between the braces
   * @param parser throws when a text is no value
   * @return a new variable
   */
  public static Variable of(String name, Function<String, ?> parser) {
    return new Variable(name, text -> roundTrip(text, parser));
  }

  /**
   * The name between the braces.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * The canonical form of a decoded text. Empty when the text is not a value of this variable.
   *
   * @param decodedText what a request said, decoded
   * @return the canonical form
   */
  public Optional<String> canonical(String decodedText) {
    return Optional.ofNullable(canonical.apply(decodedText)).filter(TopicText::isValue);
  }

  private static @Nullable String roundTrip(String text, Function<String, ?> parser) {
    try {
      Object value = parser.apply(text);
      if (value == null) {
        return null;
      }
      String written = value.toString();
      return value.equals(parser.apply(written)) ? written : null;
    } catch (RuntimeException e) {
      return null; // a parser says "not a value" by throwing; the text came from the network
    }
  }
}
