package io.tidings.sse.processor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * A path with variables: segments, then query variables.
 *
 * @param query the names of the query variables, sorted, because their order means nothing
 */
record Template(List<Segment> segments, List<String> query) {
  private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9\\-._~]+");

  /** What stands between two slashes. */
  sealed interface Segment {}

  /** Text that stands for itself. */
  record Literal(String text) implements Segment {}

  /** A place that a variable fills. */
  record Slot(String variable) implements Segment {}

  /** Reads a template; what is wrong with it goes to {@code problem}. */
  static Optional<Template> parse(String text, Consumer<String> problem) {
    int start = text.indexOf("{?");
    String path = start < 0 ? text : text.substring(0, start);
    String query = start < 0 ? "" : text.substring(start);
    Optional<List<Segment>> segments = parsePath(path, problem);
    Optional<List<String>> variables = parseQuery(query, problem);
    return segments.flatMap(s -> variables.map(v -> new Template(s, v)));
  }

  private static Optional<List<Segment>> parsePath(String text, Consumer<String> problem) {
    String path = text.startsWith("/") ? text.substring(1) : text;
    List<Segment> segments = new ArrayList<>();
    for (String part : path.isEmpty() ? new String[0] : path.split("/", -1)) {
      Optional<Segment> segment = parseSegment(part, problem);
      if (segment.isEmpty()) {
        return Optional.empty();
      }
      segments.add(segment.get());
    }
    return Optional.of(List.copyOf(segments));
  }

  private static Optional<Segment> parseSegment(String part, Consumer<String> problem) {
    if (part.startsWith("{") && part.endsWith("}") && part.indexOf('{', 1) < 0) {
      String variable = part.substring(1, part.length() - 1);
      return isName(variable, problem) ? Optional.of(new Slot(variable)) : Optional.empty();
    }
    if (LITERAL.matcher(part).matches() && !part.equals(".") && !part.equals("..")) {
      return Optional.of(new Literal(part));
    }
    problem.accept(part.isEmpty() ? "an empty segment" : "the segment `" + part + "`");
    return Optional.empty();
  }

  private static Optional<List<String>> parseQuery(String text, Consumer<String> problem) {
    if (text.isEmpty()) {
      return Optional.of(List.of());
    }
    if (text.indexOf('}') != text.length() - 1) {
      problem.accept("text after the query variables or no `}`");
      return Optional.empty();
    }
    List<String> names = Arrays.asList(text.substring(2, text.length() - 1).split(",", -1));
    return names.stream().allMatch(name -> isName(name, problem))
        ? Optional.of(names.stream().sorted().toList())
        : Optional.empty();
  }

  private static boolean isName(String text, Consumer<String> problem) {
    boolean good = SourceVersion.isIdentifier(text) && !SourceVersion.isKeyword(text);
    if (!good) {
      problem.accept("the variable `" + text + "`, which is no Java identifier,");
    }
    return good;
  }

  /** All variables: those of the path in its order, then those of the query, sorted. */
  List<String> variables() {
    return Stream.concat(pathVariables().stream(), query.stream()).toList();
  }

  List<String> pathVariables() {
    return segments.stream()
        .filter(Slot.class::isInstance)
        .map(segment -> ((Slot) segment).variable())
        .toList();
  }

  List<String> literals() {
    return segments.stream()
        .filter(Literal.class::isInstance)
        .map(segment -> ((Literal) segment).text())
        .toList();
  }

  /** The template without its query variables, as JAX-RS writes it, without a leading slash. */
  String path() {
    return segments.stream().map(Template::text).collect(Collectors.joining("/"));
  }

  /** The template as we write it: {@code devices/{id}{?kind,site}}. */
  @Override
  public String toString() {
    return path() + (query.isEmpty() ? "" : "{?" + String.join(",", query) + "}");
  }

  private static String text(Segment segment) {
    return segment instanceof Literal literal
        ? literal.text()
        : "{" + ((Slot) segment).variable() + "}";
  }

  /** Whether some path fits both templates; query variables do not tell two paths apart. */
  boolean overlaps(Template other) {
    return segments.size() == other.segments.size() && fitsBeginningOf(other);
  }

  /** Whether each of our segments can stand where the other template has one. */
  boolean fitsBeginningOf(Template other) {
    if (segments.size() > other.segments.size()) {
      return false;
    }
    for (int i = 0; i < segments.size(); i++) {
      Segment mine = segments.get(i);
      Segment others = other.segments.get(i);
      if (mine instanceof Literal && others instanceof Literal && !mine.equals(others)) {
        return false;
      }
    }
    return true;
  }

  /** This template below another one. */
  Template below(Template parent) {
    return new Template(Stream.concat(parent.segments.stream(), segments.stream()).toList(), query);
  }
}
