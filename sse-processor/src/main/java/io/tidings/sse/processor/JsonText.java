package io.tidings.sse.processor;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, texts, numbers, truth values and null as indented JSON, in their order. */
final class JsonText {
  private final StringBuilder out = new StringBuilder();

  private JsonText() {}

  static String of(@Nullable Object value) {
    JsonText text = new JsonText();
    text.write(value, "");
    return text.out.append('\n').toString();
  }

  /** A text as a JSON and JavaScript literal. */
  static String quoted(String text) {
    JsonText json = new JsonText();
    json.quote(text);
    return json.out.toString();
  }

  private void write(@Nullable Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      object(map, indent);
    } else if (value instanceof List<?> list) {
      array(list, indent);
    } else if (value instanceof String text) {
      quote(text);
    } else {
      out.append(value);
    }
  }

  private void object(Map<?, ?> map, String indent) {
    if (map.isEmpty()) {
      out.append("{}");
      return;
    }
    String inner = indent + "  ";
    out.append('{');
    for (Iterator<? extends Map.Entry<?, ?>> i = map.entrySet().iterator(); i.hasNext(); ) {
      Map.Entry<?, ?> entry = i.next();
      out.append('\n').append(inner);
      quote((String) entry.getKey());
      out.append(": ");
      write(entry.getValue(), inner);
      out.append(i.hasNext() ? "," : "\n" + indent);
    }
    out.append('}');
  }

  /** Scalars stand in one line. */
  private void array(List<?> list, String indent) {
    boolean flat = list.stream().noneMatch(one -> one instanceof Map || one instanceof List);
    String inner = flat ? "" : "\n" + indent + "  ";
    String separator = flat ? ", " : ",";
    out.append('[');
    for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
      out.append(inner);
      write(i.next(), indent + "  ");
      out.append(i.hasNext() ? separator : "");
    }
    out.append(flat ? "]" : "\n" + indent + "]");
  }

  private void quote(String text) {
    out.append('"');
    int point;
    for (int i = 0; i < text.length(); i += Character.charCount(point)) {
      point = text.codePointAt(i);
      escape(point);
    }
    out.append('"');
  }

  private void escape(int point) {
    switch (point) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (needsCode(point)) {
          out.append("\\u%04x".formatted(point));
        } else {
          out.appendCodePoint(point);
        }
      }
    }
  }

  /** Control characters, lone halves of pairs, and the line ends that only JavaScript knows. */
  private static boolean needsCode(int point) {
    boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return point < ' ' || lone || point == 0x2028 || point == 0x2029;
  }
}
