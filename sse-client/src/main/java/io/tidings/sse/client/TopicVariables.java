package io.tidings.sse.client;

import java.util.Map;
import java.util.function.Function;

/** The variables of a topic, decoded from its path. Immutable. */
public final class TopicVariables {

  private final Map<String, String> values;

  TopicVariables(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * A variable as text.
   *
   * @param name its name in the template
   * @return its value
   */
  public String string(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "variable must be one of " + values.keySet() + "; was " + name);
    }
    return value;
  }

  /**
   * A variable as something else.
   *
   * @param name its name in the template
   * @param conversion makes it from text, such as {@code UUID::fromString}
   * @param <T> what it becomes
   * @return its value
   */
  public <T> T get(String name, Function<String, T> conversion) {
    return conversion.apply(string(name));
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
