package io.tidings.sse.processor;

import io.tidings.sse.processor.JsonType.Anything;
import io.tidings.sse.processor.JsonType.Constant;
import io.tidings.sse.processor.JsonType.Decimal;
import io.tidings.sse.processor.JsonType.Named;
import io.tidings.sse.processor.JsonType.OrNull;
import io.tidings.sse.processor.JsonType.Sequence;
import io.tidings.sse.processor.JsonType.Table;
import io.tidings.sse.processor.JsonType.Text;
import io.tidings.sse.processor.JsonType.Truth;
import io.tidings.sse.processor.JsonType.Whole;
import io.tidings.sse.processor.NamedSchema.Choice;
import io.tidings.sse.processor.NamedSchema.Structure;
import io.tidings.sse.processor.NamedSchema.Told;
import io.tidings.sse.processor.NamedSchema.Union;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types of payloads as JSON Schema, draft 7, which is what AsyncAPI speaks. */
final class SchemaDocument {
  /** Stands in an object whose class file hides which fields may be null. */
  static final String NULLNESS = "x-sse-nullness";

  private static final String LOCATION = "#/components/schemas/";

  private SchemaDocument() {}

  static Map<String, Object> of(NamedSchema schema) {
    if (schema instanceof Structure structure) {
      return structure(structure);
    }
    return schema instanceof Union union ? union(union) : choice((Choice) schema);
  }

  private static Map<String, Object> structure(Structure structure) {
    Map<String, Object> document = described("object", structure.documentation());
    Map<String, Object> properties = new LinkedHashMap<>();
    structure.fields().forEach(field -> properties.put(field.name(), property(field)));
    document.put("properties", properties);
    List<String> required =
        structure.fields().stream().filter(Field::required).map(Field::name).toList();
    if (!required.isEmpty()) {
      document.put("required", required);
    }
    if (!structure.nullnessKnown()) {
      document.put(NULLNESS, "unknown");
    }
    return document;
  }

  /** Nothing may stand beside a reference, so a described one is wrapped. */
  private static Map<String, Object> property(Field field) {
    Map<String, Object> type = of(field.type());
    if (field.documentation().isEmpty()) {
      return type;
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("description", field.documentation().plain());
    if (type.containsKey("$ref")) {
      document.put("allOf", List.of(type));
    } else {
      document.putAll(type);
    }
    return document;
  }

  private static Map<String, Object> choice(Choice choice) {
    Map<String, Object> document = described("string", choice.documentation());
    document.put("enum", choice.constants());
    return document;
  }

  private static Map<String, Object> union(Union union) {
    Map<String, Object> document = new LinkedHashMap<>();
    String words = union.documentation().plain();
    document.put("description", words.isEmpty() ? note(union) : words + "\n\n" + note(union));
    String keyword = union.told() == Told.NOT_AT_ALL ? "anyOf" : "oneOf";
    document.put(keyword, union.members().stream().map(SchemaDocument::reference).toList());
    return document;
  }

  private static String note(Union union) {
    return switch (union.told()) {
      case BY_EVENT_TYPE ->
          "The event type tells which one it is: each of them is a message of its own.";
      case BY_PROPERTY -> "A property that each of them fixes tells which one it is.";
      case NOT_AT_ALL -> "Nothing in the JSON tells which one it is.";
    };
  }

  private static Map<String, Object> described(String type, Documentation documentation) {
    Map<String, Object> document = typed(type, "");
    if (!documentation.isEmpty()) {
      document.put("description", documentation.plain());
    }
    return document;
  }

  static Map<String, Object> of(JsonType type) {
    if (type instanceof Named named) {
      return reference(named.name());
    }
    if (type instanceof OrNull nullable) {
      return orNull(of(nullable.type()));
    }
    if (type instanceof Sequence sequence) {
      return with(typed("array", ""), "items", of(sequence.items()));
    }
    if (type instanceof Table table) {
      return with(typed("object", ""), "additionalProperties", of(table.values()));
    }
    return type instanceof Anything ? new LinkedHashMap<>() : scalar(type);
  }

  private static Map<String, Object> scalar(JsonType type) {
    if (type instanceof Text text) {
      return typed("string", text.format());
    }
    if (type instanceof Whole whole) {
      return typed("integer", whole.format());
    }
    if (type instanceof Decimal decimal) {
      return typed("number", decimal.format());
    }
    if (type instanceof Truth) {
      return typed("boolean", "");
    }
    return type instanceof Constant constant
        ? with(typed("string", ""), "const", constant.text())
        : binary();
  }

  private static Map<String, Object> binary() {
    return with(typed("string", ""), "contentEncoding", "base64");
  }

  private static Map<String, Object> orNull(Map<String, Object> document) {
    if (document.get("type") instanceof String type) {
      document.put("type", List.of(type, "null"));
      return document;
    }
    return with(new LinkedHashMap<>(), "anyOf", List.of(document, typed("null", "")));
  }

  static Map<String, Object> reference(String name) {
    return with(new LinkedHashMap<>(), "$ref", LOCATION + name);
  }

  private static Map<String, Object> typed(String type, String format) {
    Map<String, Object> document = with(new LinkedHashMap<>(), "type", type);
    return format.isEmpty() ? document : with(document, "format", format);
  }

  private static Map<String, Object> with(Map<String, Object> document, String key, Object value) {
    document.put(key, value);
    return document;
  }
}
