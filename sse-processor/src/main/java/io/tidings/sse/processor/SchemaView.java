package io.tidings.sse.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One schema of a document, without the wrappers for null and for descriptions.
 *
 * @param name empty for a schema that stands where it is used
 * @param type the JSON type with its format; empty for any value
 */
record SchemaView(String name, Map<?, ?> body, String type, boolean nullable) {

  static SchemaView of(DocumentView document, @Nullable Object schema) {
    return of(document, schema, false);
  }

  private static SchemaView of(DocumentView document, @Nullable Object schema, boolean nullable) {
    String reference = DocumentView.text(schema, "$ref");
    Map<?, ?> body = document.resolved(schema);
    List<?> all = DocumentView.list(body, "allOf");
    if (all.size() == 1) {
      return of(document, all.get(0), nullable);
    }
    List<?> any = new ArrayList<>(DocumentView.list(body, "anyOf"));
    boolean orNull = any.removeIf(one -> DocumentView.text(one, "type").equals("null"));
    if (orNull && any.size() == 1) {
      return of(document, any.get(0), true);
    }
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    List<String> types = DocumentView.texts(body, "type");
    return new SchemaView(name, body, type(body), nullable || types.contains("null"));
  }

  private static String type(Map<?, ?> body) {
    String written =
        DocumentView.texts(body, "type").stream()
            .filter(type -> !type.equals("null"))
            .findFirst()
            .orElse(DocumentView.text(body, "type"));
    String detail =
        DocumentView.text(body, "format")
            + DocumentView.text(body, "const")
            + DocumentView.text(body, "contentEncoding");
    return detail.isEmpty() ? written : written + " (" + detail + ")";
  }

  /** The schemas of which a value has one. */
  List<?> variants() {
    List<?> one = DocumentView.list(body, "oneOf");
    return one.isEmpty() ? DocumentView.list(body, "anyOf") : one;
  }

  boolean isAnything() {
    return type.isEmpty() && variants().isEmpty();
  }

  /** What a message says of the type. */
  String words() {
    String plain = type.isEmpty() ? variants().isEmpty() ? "anything" : "one of several" : type;
    return plain + (nullable ? " or null" : "");
  }

  boolean isRequired(String property) {
    return DocumentView.list(body, "required").contains(property);
  }

  boolean hidesNullness() {
    return body.containsKey(SchemaDocument.NULLNESS);
  }
}
