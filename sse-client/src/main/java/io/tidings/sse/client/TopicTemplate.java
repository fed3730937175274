package io.tidings.sse.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template such as {@code prices/{symbol}} or {@code devices{?site,kind}}, read backwards. */
final class TopicTemplate {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}?]+)}");
  private static final Pattern QUERY = Pattern.compile("\\{\\?([^{}]+)}$");

  private final Pattern path;
  private final List<String> pathVariables = new ArrayList<>();
  private final List<String> queryVariables;

  private TopicTemplate(String template) {
    Matcher query = QUERY.matcher(template);
    boolean hasQuery = query.find();
    this.queryVariables = hasQuery ? List.of(query.group(1).split("\\s*,\\s*", -1)) : List.of();
    this.path = path(hasQuery ? template.substring(0, query.start()) : template);
  }

  static TopicTemplate of(String template) {
    return new TopicTemplate(template);
  }

  /** The decoded variables of a canonical topic; nothing when it is of another template. */
  Optional<Map<String, String>> read(String topic) {
    String[] parts = topic.split("\\?", 2);
    Matcher matcher = path.matcher(parts[0]);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < pathVariables.size(); i++) {
      values.put(pathVariables.get(i), decode(matcher.group(i + 1)));
    }
    return readQuery(parts.length == 2 ? parts[1] : "", values);
  }

  private Optional<Map<String, String>> readQuery(String query, Map<String, String> values) {
    List<String> pairs = query.isEmpty() ? List.of() : Arrays.asList(query.split("&", -1));
    for (String pair : pairs) {
      String[] sides = pair.split("=", 2);
      if (sides.length != 2 || !queryVariables.contains(sides[0])) {
        return Optional.empty();
      }
      values.put(sides[0], decode(sides[1]));
    }
    return pairs.size() == queryVariables.size() ? Optional.of(values) : Optional.empty();
  }

  private Pattern path(String template) {
    StringBuilder regex = new StringBuilder();
    Matcher variable = VARIABLE.matcher(template);
    int at = 0;
    while (variable.find()) {
      regex.append(Pattern.quote(template.substring(at, variable.start()))).append("([^/]+?)");
      pathVariables.add(variable.group(1));
      at = variable.end();
    }
    return Pattern.compile(regex.append(Pattern.quote(template.substring(at))).toString());
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
