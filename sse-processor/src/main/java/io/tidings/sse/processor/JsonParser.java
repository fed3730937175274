package io.tidings.sse.processor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads JSON as maps, lists, texts, numbers, truth values and null. */
final class JsonParser {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final int MAX_DEPTH = 200;

  private final String text;
  private int at;
  private int depth;

  private JsonParser(String text) {
    this.text = text;
  }

  /** The value, or what is wrong with the text. */
  record Result(@Nullable Object value, Optional<String> problem) {}

  static Result parse(String text) {
    JsonParser parser = new JsonParser(text);
    try {
      Object value = parser.value();
      parser.skipSpace();
      return parser.at == text.length()
          ? new Result(value, Optional.empty())
          : new Result(null, Optional.of(parser.place("the end")));
    } catch (Malformed malformed) {
      return new Result(null, Optional.of(malformed.getMessage()));
    }
  }

  private static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String problem) {
      super(problem);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  private @Nullable Object value() throws Malformed {
    skipSpace();
    return switch (peek()) {
      case '{' -> nested(this::object);
      case '[' -> nested(this::array);
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private interface Part {
    Object read() throws Malformed;
  }

  private Object nested(Part part) throws Malformed {
    if (++depth > MAX_DEPTH) {
      throw new Malformed(place("less nesting"));
    }
    Object value = part.read();
    depth--;
    return value;
  }

  private Map<String, @Nullable Object> object() throws Malformed {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    expect('{');
    if (skipped('}')) {
      return object;
    }
    do {
      skipSpace();
      String name = string();
      expect(':');
      object.put(name, value());
    } while (skipped(','));
    expect('}');
    return object;
  }

  private List<@Nullable Object> array() throws Malformed {
    List<@Nullable Object> array = new ArrayList<>();
    expect('[');
    if (skipped(']')) {
      return array;
    }
    do {
      array.add(value());
    } while (skipped(','));
    expect(']');
    return array;
  }

  private String string() throws Malformed {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      char unit = text.charAt(at++);
      if (unit < ' ') {
        throw new Malformed(place("an escaped control character"));
      }
      string.append(unit == '\\' ? escape() : unit);
    }
    at++;
    return string.toString();
  }

  private char escape() throws Malformed {
    char kind = peek();
    at++;
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw new Malformed(place("an escape"));
    };
  }

  private char unit() throws Malformed {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int digit = peek() < 128 ? Character.digit(peek(), 16) : -1;
      if (digit < 0) {
        throw new Malformed(place("a hexadecimal digit"));
      }
      value = value * 16 + digit;
      at++;
    }
    return (char) value;
  }

  private BigDecimal number() throws Malformed {
    Matcher matcher = NUMBER.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw new Malformed(place("a value"));
    }
    at = matcher.end();
    return new BigDecimal(matcher.group());
  }

  private @Nullable Object word(String word, @Nullable Object value) throws Malformed {
    if (!text.startsWith(word, at)) {
      throw new Malformed(place(word));
    }
    at += word.length();
    return value;
  }

  private void expect(char wanted) throws Malformed {
    if (!skipped(wanted)) {
      throw new Malformed(place("`" + wanted + "`"));
    }
  }

  private boolean skipped(char wanted) throws Malformed {
    skipSpace();
    boolean there = peek() == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private char peek() throws Malformed {
    if (at >= text.length()) {
      throw new Malformed("no end of the document");
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private String place(String wanted) {
    long line = text.substring(0, Math.min(at, text.length())).lines().count();
    return "something else than %s in line %d".formatted(wanted, Math.max(1, line));
  }
}
