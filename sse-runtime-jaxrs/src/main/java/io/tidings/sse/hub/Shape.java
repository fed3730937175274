package io.tidings.sse.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A template and the variables that fill it: finds the one canonical form of a path. Immutable. */
final class Shape {

  private final Template template;
  private final List<Variable> variables;

  private Shape(Template template, List<Variable> variables) {
    this.template = template;
    this.variables = variables;
  }

  static Shape of(String template) {
    return new Shape(Template.of(template), List.of());
  }

  Shape with(Variable variable) {
    if (!template.variableNames().contains(variable.name())) {
      throw new IllegalArgumentException(
          "variable must stand in " + template + "; was " + variable.name());
    }
    List<Variable> more = new ArrayList<>(variables);
    more.add(variable);
    return new Shape(template, List.copyOf(more));
  }

  String template() {
    return template.toString();
  }

  List<Variable> variables() {
    return variables;
  }

  /** The canonical form of an encoded path. Empty when it is no value of this template. */
  Optional<String> canonical(String encoded) {
    return template.match(encoded).flatMap(values -> expand(values::get));
  }

  /** The decoded values in a path; none when it is no path of this template. */
  Map<String, String> values(String encoded) {
    return template.match(encoded).orElse(Map.of());
  }

  /** The canonical path for decoded values. Empty when one is missing or not a value. */
  Optional<String> expand(Function<String, @Nullable String> values) {
    Map<String, String> canonical = new HashMap<>();
    for (String name : template.variableNames()) {
      String value = values.apply(name);
      if (value == null) {
        return Optional.empty();
      }
      Optional<String> written = variable(name).canonical(value);
      if (written.isEmpty()) {
        return Optional.empty();
      }
      canonical.put(name, written.get());
    }
    return template.expand(canonical::get);
  }

  private Variable variable(String name) {
    return variables.stream()
        .filter(variable -> variable.name().equals(name))
        .findFirst()
        .orElseGet(() -> Variable.string(name));
  }
}
