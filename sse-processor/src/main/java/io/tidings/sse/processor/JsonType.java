package io.tidings.sse.processor;

import java.util.function.UnaryOperator;

/** What a value looks like in JSON. */
sealed interface JsonType {

  /** Text in a format such as {@code uuid}; the empty format is any text. */
  record Text(String format) implements JsonType {}

  /** Bytes, written as base64 text. */
  record Binary() implements JsonType {}

  /** One fixed text. */
  record Constant(String text) implements JsonType {}

  /** A number without fraction, in a format such as {@code int64}; empty for any size. */
  record Whole(String format) implements JsonType {}

  /** A number, in a format such as {@code double}; empty for any precision. */
  record Decimal(String format) implements JsonType {}

  /** {@code true} or {@code false}. */
  record Truth() implements JsonType {}

  /** Any JSON value. */
  record Anything() implements JsonType {}

  /** An array. */
  record Sequence(JsonType items) implements JsonType {}

  /** An object whose property names are data. */
  record Table(JsonType values) implements JsonType {}

  /** A {@link NamedSchema}. */
  record Named(String name) implements JsonType {}

  /** A value that may be {@code null}. */
  record OrNull(JsonType type) implements JsonType {}

  /** The same type, with {@code null} allowed. */
  default JsonType orNull() {
    return this instanceof OrNull || this instanceof Anything ? this : new OrNull(this);
  }

  /** The same type, with other names for the schemas in it. */
  default JsonType renamed(UnaryOperator<String> names) {
    if (this instanceof Named named) {
      return new Named(names.apply(named.name()));
    }
    if (this instanceof Sequence sequence) {
      return new Sequence(sequence.items().renamed(names));
    }
    if (this instanceof Table table) {
      return new Table(table.values().renamed(names));
    }
    return this instanceof OrNull nullable ? new OrNull(nullable.type().renamed(names)) : this;
  }
}
