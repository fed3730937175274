package io.tidings.sse.processor;

import static io.tidings.sse.processor.Diagnostic.BASELINE_ADDED;
import static io.tidings.sse.processor.Diagnostic.BASELINE_CONSTANT_REMOVED;
import static io.tidings.sse.processor.Diagnostic.BASELINE_FIELD_OPTIONAL;
import static io.tidings.sse.processor.Diagnostic.BASELINE_FIELD_REMOVED;
import static io.tidings.sse.processor.Diagnostic.BASELINE_FIELD_REQUIRED;
import static io.tidings.sse.processor.Diagnostic.BASELINE_TYPE_CHANGED;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the schemas of one payload in two documents. */
final class SchemaComparison {
  private final DocumentView before;
  private final DocumentView after;
  private final Report report;
  private final Set<List<String>> compared = new HashSet<>();

  /** Takes what has changed. */
  interface Report {
    void say(Diagnostic diagnostic, Object... facts);
  }

  SchemaComparison(DocumentView before, DocumentView after, Report report) {
    this.before = before;
    this.after = after;
    this.report = report;
  }

  void compare(String path, @Nullable Object oldSchema, @Nullable Object newSchema) {
    SchemaView old = SchemaView.of(before, oldSchema);
    SchemaView now = SchemaView.of(after, newSchema);
    if (old.nullable() != now.nullable()) {
      report.say(BASELINE_TYPE_CHANGED, path, old.words(), now.words());
    } else {
      compareTypes(path, old, now);
    }
  }

  private void compareTypes(String path, SchemaView old, SchemaView now) {
    if (!now.name().isEmpty() && !compared.add(List.of(old.name(), now.name()))) {
      return;
    }
    String place = now.name().isEmpty() ? path : now.name();
    boolean sameKind = old.variants().isEmpty() == now.variants().isEmpty();
    if (!old.type().equals(now.type()) || !sameKind) {
      report.say(BASELINE_TYPE_CHANGED, path, old.words(), now.words());
      return;
    }
    compareConstants(place, old, now);
    compareProperties(place, old, now);
    compareVariants(place, old, now);
    compareParts(path + "[]", old, now, "items");
    compareParts(path + "{}", old, now, "additionalProperties");
  }

  private void compareParts(String path, SchemaView old, SchemaView now, String part) {
    if (old.body().get(part) instanceof Map<?, ?> a
        && now.body().get(part) instanceof Map<?, ?> b) {
      compare(path, a, b);
    }
  }

  private void compareConstants(String place, SchemaView old, SchemaView now) {
    List<String> before = DocumentView.texts(old.body(), "enum");
    List<String> after = DocumentView.texts(now.body(), "enum");
    before.stream()
        .filter(one -> !after.contains(one))
        .forEach(one -> report.say(BASELINE_CONSTANT_REMOVED, one, place));
    after.stream()
        .filter(one -> !before.contains(one))
        .forEach(one -> report.say(BASELINE_ADDED, "constant \"" + one + "\" of " + place));
  }

  private void compareProperties(String place, SchemaView old, SchemaView now) {
    Map<String, Object> before = properties(old);
    Map<String, Object> after = properties(now);
    List<String> added = ContractComparison.added(before, after);
    before.forEach(
        (name, schema) -> {
          if (after.containsKey(name)) {
            compareField(place + "." + name, name, old, now);
          } else {
            String hint = ContractComparison.renamed(name, added);
            report.say(BASELINE_FIELD_REMOVED, place + "." + name, hint);
          }
        });
    added.forEach(name -> report.say(BASELINE_ADDED, "field " + place + "." + name));
  }

  private void compareField(String path, String name, SchemaView old, SchemaView now) {
    SchemaView before = SchemaView.of(this.before, properties(old).get(name));
    SchemaView after = SchemaView.of(this.after, properties(now).get(name));
    boolean known = !old.hidesNullness() && !now.hidesNullness();
    boolean wasThere = old.isRequired(name) && !before.nullable();
    boolean isThere = now.isRequired(name) && !after.nullable();
    if (known && wasThere && !isThere) {
      report.say(BASELINE_FIELD_OPTIONAL, path);
    } else if (known && !wasThere && isThere) {
      report.say(BASELINE_FIELD_REQUIRED, path);
    }
    compareTypes(path, before, after);
  }

  private static Map<String, Object> properties(SchemaView schema) {
    Map<String, Object> properties = new LinkedHashMap<>();
    DocumentView.map(schema.body(), "properties")
        .forEach((name, property) -> properties.put(String.valueOf(name), property));
    return properties;
  }

  private void compareVariants(String place, SchemaView old, SchemaView now) {
    Map<String, Object> before = variants(this.before, old);
    Map<String, Object> after = variants(this.after, now);
    before.forEach(
        (name, schema) -> {
          if (after.containsKey(name)) {
            compare(place, schema, after.get(name));
          } else {
            report.say(BASELINE_CONSTANT_REMOVED, name, place);
          }
        });
    ContractComparison.added(before, after)
        .forEach(name -> report.say(BASELINE_ADDED, "variant " + name + " of " + place));
  }

  private static Map<String, Object> variants(DocumentView document, SchemaView schema) {
    Map<String, Object> variants = new LinkedHashMap<>();
    for (Object variant : schema.variants()) {
      variants.put(SchemaView.of(document, variant).name(), variant);
    }
    return variants;
  }
}
