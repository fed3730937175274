package io.tidings.sse.processor;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives each named type the shortest name that no other has, whatever order they come in. */
final class SchemaNames {
  private SchemaNames() {}

  /**
   * The names, by key.
   *
   * @param taken names that mean something else in a document
   */
  static Map<String, String> of(Collection<SchemaName> schemas, Set<String> taken) {
    Map<String, SchemaName> open = new TreeMap<>();
    schemas.forEach(schema -> open.put(schema.key(), schema));
    Map<String, String> names = new HashMap<>();
    for (int form = 0; !open.isEmpty(); form++) {
      settle(open, form, taken, names);
    }
    return names;
  }

  private static void settle(
      Map<String, SchemaName> open, int form, Set<String> taken, Map<String, String> names) {
    Function<SchemaName, String> candidate = schema -> candidate(schema, open, taken, form);
    Map<String, Long> uses =
        open.values().stream().collect(Collectors.groupingBy(candidate, Collectors.counting()));
    Map<String, String> settled = new HashMap<>();
    for (SchemaName schema : open.values()) {
      String name = candidate.apply(schema);
      if (uses.get(name) == 1 && !names.containsValue(name)) {
        settled.put(schema.key(), name);
      }
    }
    names.putAll(settled);
    open.keySet().removeAll(settled.keySet());
  }

  private static String candidate(
      SchemaName schema, Map<String, SchemaName> open, Set<String> taken, int form) {
    int last = schema.candidates().size() - 1;
    String name = schema.candidates().get(Math.min(form, last));
    String free = taken.contains(name) ? name + "Payload" : name;
    return form <= last ? free : free + "_" + open.keySet().stream().toList().indexOf(schema.key());
  }
}
