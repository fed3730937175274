package io.tidings.sse.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a doc comment says in its {@code @param} tags. */
final class ParameterTags {
  private static final Pattern TAG =
      Pattern.compile("(?ms)^\\s*@param\\s+([^\\s<]+)\\s+(.*?)(?=^\\s*@\\p{Alpha}|\\z)");

  private ParameterTags() {}

  static Map<String, Documentation> of(@Nullable String comment) {
    Map<String, Documentation> found = new HashMap<>();
    Matcher tag = TAG.matcher(comment == null ? "" : comment);
    while (tag.find()) {
      found.put(tag.group(1), Documentation.parse(tag.group(2)));
    }
    return found;
  }
}
