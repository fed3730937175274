package io.tidings.sse.processor;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How names, types and comments are written in TypeScript. */
final class TypeScriptText {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

  private TypeScriptText() {}

  static String type(JsonType type) {
    if (type instanceof JsonType.OrNull nullable) {
      return type(nullable.type()) + " | null";
    }
    if (type instanceof JsonType.Sequence sequence) {
      String items = type(sequence.items());
      boolean plain = IDENTIFIER.matcher(items).matches();
      return "readonly " + (plain ? items : "(" + items + ")") + "[]";
    }
    if (type instanceof JsonType.Table table) {
      return "{ readonly [key: string]: " + type(table.values()) + " }";
    }
    if (type instanceof JsonType.Named named) {
      return named.name();
    }
    return type instanceof JsonType.Constant constant
        ? JsonText.quoted(constant.text())
        : scalar(type);
  }

  private static String scalar(JsonType type) {
    if (type instanceof JsonType.Whole || type instanceof JsonType.Decimal) {
      return "number";
    }
    if (type instanceof JsonType.Truth) {
      return "boolean";
    }
    return type instanceof JsonType.Anything ? "unknown" : "string";
  }

  static String oneOf(List<String> texts) {
    return texts.isEmpty()
        ? "never"
        : texts.stream().map(JsonText::quoted).collect(Collectors.joining(" | "));
  }

  /** The name of a property, quoted where it must be. */
  static String key(String name) {
    return IDENTIFIER.matcher(name).matches() ? name : JsonText.quoted(name);
  }

  /** A doc comment with its line end; nothing for no words. */
  static String comment(String indent, String words) {
    String safe = words.strip().replace("*/", "*\\/");
    if (safe.isEmpty()) {
      return "";
    }
    if (!safe.contains("\n")) {
      return indent + "/** " + safe + " */\n";
    }
    return safe.lines()
        .map(line -> (indent + " * " + line).stripTrailing())
        .collect(Collectors.joining("\n", indent + "/**\n", "\n" + indent + " */\n"));
  }
}
