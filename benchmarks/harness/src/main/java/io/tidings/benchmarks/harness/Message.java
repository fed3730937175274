package io.tidings.benchmarks.harness;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line between the processes of a run: {@code verb name=value name=value}; blanks in a value
 * are written {@code %20}.
 */
public record Message(String verb, Map<String, String> fields) {

  /** The verb of an answer to something that went wrong; its field {@code reason} says what. */
  public static final String FAILED = "failed";

  public Message {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** A message without fields. */
  public static Message of(String verb) {
    return new Message(verb, Map.of());
  }

  /** Reads what {@link #toString} wrote. */
  public static Message parse(String line) {
    String[] words = line.strip().split(" +", -1);
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i++) {
      int equals = words[i].indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("field must be name=value; was " + words[i]);
      }
      fields.put(words[i].substring(0, equals), unescaped(words[i].substring(equals + 1)));
    }
    return new Message(words[0], fields);
  }

  /** The answer to something that went wrong, which says every cause. */
  public static Message failed(Throwable failure) {
    return of(FAILED).with("reason", Cause.line(failure));
  }

  /** This message with one more field. */
  public Message with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(fields);
    more.put(name, String.valueOf(value));
    return new Message(verb, more);
  }

  /** The value of a field that must be there. */
  public String text(String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("message must have field " + name + "; was " + this);
    }
    return value;
  }

  /** The value of a field that must be a whole number. */
  public long number(String name) {
    return Long.parseLong(text(name));
  }

  /** The value of a field that must be a number. */
  public double decimal(String name) {
    return Double.parseDouble(text(name));
  }

  /** The value of a field, or what to take without it. */
  public long number(String name, long otherwise) {
    @Nullable String value = fields.get(name);
    return value == null ? otherwise : Long.parseLong(value);
  }

  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(verb);
    fields.forEach(
        (name, value) -> line.append(' ').append(name).append('=').append(escaped(value)));
    return line.toString();
  }

  private static String escaped(String value) {
    return value.replace("%", "%25").replaceAll("\\s", "%20");
  }

  private static String unescaped(String value) {
    return value.replace("%20", " ").replace("%25", "%");
  }
}
