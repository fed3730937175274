package io.tidings.sse.processor;

import java.util.function.UnaryOperator;

/**
 * One property of a JSON object.
 *
 * @param required whether it is always there and never {@code null}
 */
record Field(String name, JsonType type, boolean required, Documentation documentation) {

  Field renamed(UnaryOperator<String> names) {
    return new Field(name, type.renamed(names), required, documentation);
  }
}
