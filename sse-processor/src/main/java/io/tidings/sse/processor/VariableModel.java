package io.tidings.sse.processor;

import javax.lang.model.type.TypeMirror;

/** One variable of a template, with its type and how its text is read. */
record VariableModel(String name, TypeMirror type, Parse parse) {

  /** How the text of a variable becomes a value. */
  sealed interface Parse {}

  /** The text is the value. */
  record Text() implements Parse {}

  /** The text is {@code true} or {@code false}. */
  record Bool() implements Parse {}

  /** The text is one UTF-16 unit. */
  record Char() implements Parse {}

  /** The text is the name of a constant. */
  record Constant() implements Parse {}

  /** A static method of a type, or its constructor, named {@code new}, reads the text. */
  record Call(TypeMirror type, String method) implements Parse {}
}
