package io.tidings.sse.processor;

import java.util.List;

/**
 * One variable of a template, as a client fills it in.
 *
 * @param constants the names of the constants of an enum, else none
 * @param documentation what the methods say in {@code @param}
 */
record ContractVariable(
    String name, Kind kind, List<String> constants, Documentation documentation) {

  /** What a client may give. */
  enum Kind {
    TEXT,
    TRUTH,
    WHOLE,
    LONG,
    CONSTANT,
    UUID,
    /** Text of another type, in the form in which that type writes itself. */
    CANONICAL
  }
}
