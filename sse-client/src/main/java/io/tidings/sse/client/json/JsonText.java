package io.tidings.sse.client.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the small JSON of control events without a library. Total: what is no JSON is nothing. */
public final class JsonText {

  private static final int DEEPEST = 100;
  private static final String NUMBER = "-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?";

  private final String text;
  private int at;
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /**
   * The object that the text is. Numbers are kept as they are written.
   *
   * @param text any text
   * @return its members; nothing when it is no JSON object
   */
  @SuppressWarnings("unchecked")
  public static Optional<Map<String, @Nullable Object>> object(String text) {
    try {
      Object value = new JsonText(text).whole();
      return value instanceof Map<?, ?>
          ? Optional.of((Map<String, @Nullable Object>) value)
          : Optional.empty();
    } catch (Malformed e) {
      return Optional.empty();
    }
  }

  /**
   * Whether the text is one JSON value.
   *
   * @param text any text
   * @return {@code true} for JSON
   */
  public static boolean isJson(String text) {
    try {
      new JsonText(text).whole();
      return true;
    } catch (Malformed e) {
      return false;
    }
  }

  /**
   * Writes a text as a JSON string.
   *
   * @param text any text
   * @return the string with its quotes
   */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c) || c == 0x7F) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  private @Nullable Object whole() throws Malformed {
    Object value = value();
    if (next() != 0) {
      throw new Malformed();
    }
    return value;
  }

  private @Nullable Object value() throws Malformed {
    return switch (next()) {
      case '{' -> members();
      case '[' -> elements();
      case '"' -> string();
      default -> word();
    };
  }

  private Map<String, @Nullable Object> members() throws Malformed {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    open();
    while (next() != '}') {
      comma(members.isEmpty());
      expect('"', next());
      String name = string();
      expect(':', next());
      at++;
      members.put(name, value());
    }
    close();
    return members;
  }

  private List<@Nullable Object> elements() throws Malformed {
    List<@Nullable Object> elements = new ArrayList<>();
    open();
    while (next() != ']') {
      comma(elements.isEmpty());
      elements.add(value());
    }
    close();
    return elements;
  }

  private String string() throws Malformed {
    StringBuilder out = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c < ' ') {
        throw new Malformed();
      }
      out.append(c == '\\' ? escaped() : c);
    }
    expect('"', at < text.length() ? text.charAt(at) : 0);
    at++;
    return out.toString();
  }

  private char escaped() throws Malformed {
    char c = at < text.length() ? text.charAt(at++) : 0;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw new Malformed();
    };
  }

  private char unit() throws Malformed {
    int end = at + 4;
    if (end > text.length() || !text.substring(at, end).matches("[0-9a-fA-F]{4}")) {
      throw new Malformed();
    }
    char unit = (char) Integer.parseInt(text.substring(at, end), 16);
    at = end;
    return unit;
  }

  private @Nullable Object word() throws Malformed {
    int start = at;
    while (at < text.length() && " \t\r\n,]}:".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> {
        if (!word.matches(NUMBER)) {
          throw new Malformed();
        }
        yield word;
      }
    };
  }

  private void open() throws Malformed {
    at++;
    if (++depth > DEEPEST) {
      throw new Malformed();
    }
  }

  private void close() {
    at++;
    depth--;
  }

  private void comma(boolean first) throws Malformed {
    if (!first) {
      expect(',', next());
      at++;
    }
  }

  private static void expect(char wanted, char found) throws Malformed {
    if (wanted != found) {
      throw new Malformed();
    }
  }

  /** The next character that is no white space; 0 at the end. */
  private char next() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  /** Tells that the text is no JSON; never leaves this class. */
  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed() {
      super(null, null, false, false);
    }
  }
}
