package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Writes how the records of {@code MarketsTopic} check and encode their values. */
final class TopicTextWriter {
  private final ClassName topic;

  TopicTextWriter(ClassName topic) {
    this.topic = topic;
  }

  List<MethodSpec> methods() {
    return List.of(
        refusal(), isValue(), isSegment(), encode(), escape(), isPlain(), isUnreserved(), text());
  }

  private static MethodSpec refusal() {
    return helper("refusal", IllegalArgumentException.class)
        .addParameter(String.class, "names")
        .addParameter(Object[].class, "values")
        .varargs()
        .addStatement(
            "return new $T(names + $S + $T.toString(values))",
            IllegalArgumentException.class,
            " must be valid text that is not empty, `.` or `..`; was ",
            Arrays.class)
        .build();
  }

  private MethodSpec isValue() {
    return helper("isValue", boolean.class)
        .addParameter(Object.class, "value")
        .addStatement("return $T.isSegment($T.text(value))", topic, topic)
        .build();
  }

  private MethodSpec isSegment() {
    return helper("isSegment", boolean.class)
        .addParameter(String.class, "text")
        .addStatement(
            "return !text.isEmpty() && !text.equals($S) && !text.equals($S)"
                + " && ($T.isPlain(text) || $T.UTF_8.newEncoder().canEncode(text))",
            ".",
            "..",
            topic,
            StandardCharsets.class)
        .build();
  }

  private MethodSpec encode() {
    return helper("encode", String.class)
        .addParameter(Object.class, "value")
        .addStatement("return $T.escape($T.text(value))", topic, topic)
        .build();
  }

  /** Most texts need no escape, and for them nothing is allocated. */
  private MethodSpec escape() {
    return helper("escape", String.class)
        .addParameter(String.class, "text")
        .addStatement(
            "return $T.isPlain(text) ? text : $T.encode(text, $T.UTF_8)"
                + ".replace($S, $S).replace($S, $S).replace($S, $S)",
            topic,
            URLEncoder.class,
            StandardCharsets.class,
            "+",
            "%20",
            "*",
            "%2A",
            "%7E",
            "~")
        .build();
  }

  private MethodSpec isPlain() {
    return helper("isPlain", boolean.class)
        .addParameter(String.class, "text")
        .beginControlFlow("for (int i = 0; i < text.length(); i++)")
        .beginControlFlow("if (!$T.isUnreserved(text.charAt(i)))", topic)
        .addStatement("return false")
        .endControlFlow()
        .endControlFlow()
        .addStatement("return true")
        .build();
  }

  private static MethodSpec isUnreserved() {
    return helper("isUnreserved", boolean.class)
        .addParameter(char.class, "unit")
        .addStatement(
            "return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z'"
                + " || unit >= '0' && unit <= '9'"
                + " || unit == '-' || unit == '.' || unit == '_' || unit == '~'")
        .build();
  }

  /** A missing value is an empty text, which is refused. */
  private static MethodSpec text() {
    return helper("text", String.class)
        .addParameter(Object.class, "value")
        .addStatement(
            "return value instanceof $T<?> constant ? constant.name() : $T.toString(value, $S)",
            Enum.class,
            Objects.class,
            "")
        .build();
  }

  private static MethodSpec.Builder helper(String name, Class<?> type) {
    return MethodSpec.methodBuilder(name).addModifiers(PRIVATE, STATIC).returns(type);
  }
}
