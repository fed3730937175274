package io.tidings.sse.processor;

import io.tidings.sse.processor.NamedSchema.Choice;
import io.tidings.sse.processor.NamedSchema.Structure;
import io.tidings.sse.processor.NamedSchema.Union;
import java.util.stream.Collectors;

/** The types of payloads in TypeScript. */
final class TypeScriptTypes {
  private TypeScriptTypes() {}

  static String of(NamedSchema schema) {
    String comment = TypeScriptText.comment("", schema.documentation().plain());
    if (schema instanceof Structure structure) {
      return comment + structure(structure);
    }
    String type =
        schema instanceof Union union
            ? union(union)
            : TypeScriptText.oneOf(((Choice) schema).constants());
    return comment + "export type " + schema.name() + " = " + type + ";\n";
  }

  private static String union(Union union) {
    return union.members().isEmpty() ? "never" : String.join(" | ", union.members());
  }

  private static String structure(Structure structure) {
    String head = "export interface " + structure.name() + " {";
    return structure.fields().isEmpty()
        ? head + "}\n"
        : structure.fields().stream()
            .map(TypeScriptTypes::field)
            .collect(Collectors.joining("", head + "\n", "}\n"));
  }

  private static String field(Field field) {
    return "%s  readonly %s%s: %s;\n"
        .formatted(
            TypeScriptText.comment("  ", field.documentation().plain()),
            TypeScriptText.key(field.name()),
            field.required() ? "" : "?",
            TypeScriptText.type(field.type()));
  }
}
