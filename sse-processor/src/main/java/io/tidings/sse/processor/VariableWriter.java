package io.tidings.sse.processor;

import com.palantir.javapoet.CodeBlock;
import io.tidings.sse.processor.VariableModel.Bool;
import io.tidings.sse.processor.VariableModel.Call;
import io.tidings.sse.processor.VariableModel.Char;
import io.tidings.sse.processor.VariableModel.Constant;
import io.tidings.sse.processor.VariableModel.Parse;
import java.util.Optional;

/** Writes how the text of a variable becomes its value. */
final class VariableWriter {
  private VariableWriter() {}

  /** {@code .withVariable(Variable.of("id", Long::valueOf))}. */
  static CodeBlock with(VariableModel variable) {
    String name = variable.name();
    Parse parse = variable.parse();
    if (parse instanceof Constant) {
      return CodeBlock.of(
          ".withVariable($T.enumeration($S, $T.class))", Classes.VARIABLE, name, variable.type());
    }
    if (parse instanceof Call call) {
      return CodeBlock.of(
          ".withVariable($T.of($S, $T::$L))", Classes.VARIABLE, name, call.type(), call.method());
    }
    // Boolean.valueOf takes any text, and no method of Character takes a text.
    if (parse instanceof Bool) {
      return strict(
          name,
          "\"true\".equalsIgnoreCase(text) || \"false\".equalsIgnoreCase(text)",
          CodeBlock.of("map($T::valueOf)", Boolean.class));
    }
    if (parse instanceof Char) {
      return strict(name, "text.length() == 1", CodeBlock.of("map(text -> text.charAt(0))"));
    }
    return CodeBlock.of(".withVariable($T.string($S))", Classes.VARIABLE, name);
  }

  private static CodeBlock strict(String name, String rule, CodeBlock read) {
    return CodeBlock.of(
        ".withVariable($T.of($S, value -> $T.of(value).filter(text -> $L).$L.orElseThrow()))",
        Classes.VARIABLE,
        name,
        Optional.class,
        rule,
        read);
  }

  /** {@code Long.valueOf(variables.apply("id"))}. */
  static CodeBlock value(VariableModel variable) {
    return value(variable, CodeBlock.of("variables.apply($S)", variable.name()));
  }

  /** The value of a variable whose text is this. */
  static CodeBlock value(VariableModel variable, CodeBlock text) {
    Parse parse = variable.parse();
    if (parse instanceof Constant) {
      return CodeBlock.of("$T.valueOf($L)", variable.type(), text);
    }
    if (parse instanceof Call call) {
      return call.method().equals("new")
          ? CodeBlock.of("new $T($L)", call.type(), text)
          : CodeBlock.of("$T.$L($L)", call.type(), call.method(), text);
    }
    if (parse instanceof Bool) {
      return CodeBlock.of("$T.valueOf($L)", Boolean.class, text);
    }
    return parse instanceof Char ? CodeBlock.of("$L.charAt(0)", text) : text;
  }
}
