package io.tidings.sse.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A path template such as {@code prices/{symbol}} or {@code devices{?site,kind}}. Immutable. */
final class Template {

  private final String text;
  private final List<String> segments;
  private final List<String> queryNames;

  private Template(String text, List<String> segments, List<String> queryNames) {
    this.text = text;
    this.segments = segments;
    this.queryNames = queryNames;
  }

  static Template of(String text) {
    int query = text.indexOf("{?");
    String path = query < 0 ? text : text.substring(0, query);
    List<String> names =
        query < 0
            ? List.of()
            : List.of(text.substring(query + 2, text.length() - 1).trim().split("\\s*,\\s*"));
    return new Template(text, List.of(withoutLeadingSlash(path).split("/")), names);
  }

  static String withoutLeadingSlash(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }

  /** Every variable, those of the path first. */
  List<String> variableNames() {
    List<String> names = new ArrayList<>();
    segments.stream().filter(Template::isVariable).map(Template::name).forEach(names::add);
    names.addAll(queryNames);
    return names;
  }

  /** The decoded values in an encoded path. Empty when the path does not have this shape. */
  Optional<Map<String, String>> match(String encoded) {
    int query = encoded.indexOf('?');
    String path = query < 0 ? encoded : encoded.substring(0, query);
    String[] parts = withoutLeadingSlash(path).split("/", -1);
    Map<String, String> values = new TreeMap<>();
    if (parts.length != segments.size()
        || !matchQuery(query < 0 ? "" : encoded.substring(query + 1), values)) {
      return Optional.empty();
    }
    for (int i = 0; i < parts.length; i++) {
      Optional<String> decoded = TopicText.decode(parts[i]);
      if (decoded.isEmpty() || !matchSegment(segments.get(i), decoded.get(), values)) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private boolean matchSegment(String segment, String value, Map<String, String> values) {
    if (!isVariable(segment)) {
      return segment.equals(value);
    }
    values.put(name(segment), value);
    return true;
  }

  private boolean matchQuery(String query, Map<String, String> values) {
    int found = 0;
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      Optional<String> value = TopicText.decode(pair.substring(equals + 1));
      if (equals < 1 || value.isEmpty() || !queryNames.contains(pair.substring(0, equals))) {
        return false;
      }
      values.put(pair.substring(0, equals), value.get());
      found++;
    }
    return found == queryNames.size() && values.keySet().containsAll(queryNames);
  }

  /** The encoded path with these decoded values. Empty when one is missing. */
  Optional<String> expand(Function<String, @Nullable String> values) {
    List<String> path = new ArrayList<>();
    for (String segment : segments) {
      String value = isVariable(segment) ? values.apply(name(segment)) : segment;
      if (value == null) {
        return Optional.empty();
      }
      path.add(TopicText.encode(value));
    }
    List<String> pairs = new ArrayList<>();
    for (String name : queryNames.stream().sorted().toList()) {
      String value = values.apply(name);
      if (value == null) {
        return Optional.empty();
      }
      pairs.add(name + '=' + TopicText.encode(value));
    }
    return Optional.of(String.join("/", path) + (pairs.isEmpty() ? "" : query(pairs)));
  }

  private static String query(List<String> pairs) {
    return '?' + String.join("&", pairs);
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  private static String name(String segment) {
    return segment.substring(1, segment.length() - 1).trim();
  }

  @Override
  public String toString() {
    return text;
  }
}
