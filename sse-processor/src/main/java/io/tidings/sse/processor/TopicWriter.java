package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.SEALED;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.tidings.sse.processor.Template.Literal;
import io.tidings.sse.processor.Template.Segment;
import io.tidings.sse.processor.Template.Slot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code MarketsTopic}: a record for each topic, needing nothing but the JDK. */
final class TopicWriter {
  private final Sources sources;

  TopicWriter(Sources sources) {
    this.sources = sources;
  }

  TypeSpec write(StreamModel stream) {
    ClassName name = Sources.name(stream, Names::topic);
    TypeSpec.Builder type =
        sources
            .begin(stream, TypeSpec.interfaceBuilder(name))
            .addModifiers(PUBLIC, SEALED)
            .addJavadoc("The topics of {@code $L}.\n", stream.origin().getSimpleName())
            .addJavadoc("$L", Sources.paragraph(stream.documentation()))
            .addMethod(question("path", "The encoded topic, relative to the stream."))
            .addMethod(
                question("streamPath", "The encoded path of the stream, without a leading slash."));
    stream.topics().forEach(topic -> type.addType(record(stream, topic, name)));
    if (stream.topics().stream().anyMatch(topic -> !variables(stream, topic).isEmpty())) {
      helpers(name).forEach(type::addMethod);
    }
    return type.build();
  }

  private static MethodSpec question(String name, String sentence) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(PUBLIC, ABSTRACT)
        .addJavadoc("$L\n\n@return $L\n", sentence, "never null")
        .returns(String.class)
        .build();
  }

  private static List<VariableModel> variables(StreamModel stream, TopicModel topic) {
    return Stream.concat(stream.variables().stream(), topic.variables().stream()).toList();
  }

  private static TypeSpec record(StreamModel stream, TopicModel topic, ClassName owner) {
    List<VariableModel> variables = variables(stream, topic);
    TypeSpec.Builder record =
        TypeSpec.recordBuilder(topic.name())
            .addModifiers(PUBLIC, STATIC)
            .addSuperinterface(owner)
            .addJavadoc("The topic {@code $L}", topic.template())
            .addJavadoc(events(topic));
    MethodSpec.Builder components = MethodSpec.compactConstructorBuilder().addModifiers(PUBLIC);
    for (VariableModel variable : variables) {
      components.addParameter(Sources.type(variable.type()), variable.name());
      record.addJavadoc("\n@param $L what fills {@code {$L}}", variable.name(), variable.name());
    }
    if (!variables.isEmpty()) {
      components.addStatement("$T.check($L)", owner, checked(variables));
    }
    return record
        .recordConstructor(components.build())
        .addMethod(answer("path", expansion(topic.template(), owner)))
        .addMethod(answer("streamPath", expansion(stream.path(), owner)))
        .build();
  }

  private static CodeBlock events(TopicModel topic) {
    CodeBlock.Builder list = CodeBlock.builder().add(" with these events.\n\n<ul>\n");
    for (EventModel event : topic.events()) {
      String types =
          event.payload().eventTypes().stream()
              .map(Documentation::code)
              .collect(Collectors.joining(", "));
      String text = event.documentation().javadoc();
      list.add("  <li>$L$L\n", types, text.isEmpty() ? "" : ": " + text);
    }
    return list.add("</ul>\n").build();
  }

  private static CodeBlock checked(List<VariableModel> variables) {
    String names = variables.stream().map(VariableModel::name).collect(Collectors.joining(", "));
    return Stream.concat(
            Stream.of(CodeBlock.of("$S", names)),
            variables.stream().map(variable -> CodeBlock.of("$L", variable.name())))
        .collect(Sources.commas());
  }

  private static MethodSpec answer(String name, CodeBlock code) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(PUBLIC)
        .returns(String.class)
        .addStatement("return $L", code)
        .build();
  }

  /** {@code "prices/" + encode(symbol) + "/live"}. */
  private static CodeBlock expansion(Template template, ClassName owner) {
    List<CodeBlock> parts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    String before = "";
    for (Segment segment : template.segments()) {
      text.append(before);
      before = "/";
      if (segment instanceof Literal literal) {
        text.append(literal.text());
      } else {
        flush(text, parts);
        parts.add(CodeBlock.of("$T.encode($L)", owner, ((Slot) segment).variable()));
      }
    }
    before = "?";
    for (String name : template.query()) {
      text.append(before).append(name).append('=');
      before = "&";
      flush(text, parts);
      parts.add(CodeBlock.of("$T.encode($L)", owner, name));
    }
    if (parts.isEmpty() || text.length() > 0) {
      parts.add(CodeBlock.of("$S", text));
    }
    return parts.stream().collect(CodeBlock.joining(" + "));
  }

  private static void flush(StringBuilder text, List<CodeBlock> parts) {
    if (text.length() > 0) {
      parts.add(CodeBlock.of("$S", text));
      text.setLength(0);
    }
  }

  private static List<MethodSpec> helpers(ClassName owner) {
    MethodSpec check =
        MethodSpec.methodBuilder("check")
            .addModifiers(PRIVATE, STATIC)
            .addParameter(String.class, "names")
            .addParameter(Object[].class, "values")
            .varargs()
            .beginControlFlow(
                "if (!$T.stream(values).map($T::text).allMatch($T::isSegment))",
                Arrays.class,
                owner,
                owner)
            .addStatement(
                "throw new $T(names + $S + $T.toString(values))",
                IllegalArgumentException.class,
                " must be valid text that is not empty, `.` or `..`; was ",
                Arrays.class)
            .endControlFlow()
            .build();
    return List.of(check, isSegment(), encode(owner), text());
  }

  private static MethodSpec isSegment() {
    return MethodSpec.methodBuilder("isSegment")
        .addModifiers(PRIVATE, STATIC)
        .returns(boolean.class)
        .addParameter(String.class, "text")
        .addStatement(
            "return !text.isEmpty() && !text.equals($S) && !text.equals($S)"
                + " && $T.UTF_8.newEncoder().canEncode(text)",
            ".",
            "..",
            StandardCharsets.class)
        .build();
  }

  private static MethodSpec encode(ClassName owner) {
    return MethodSpec.methodBuilder("encode")
        .addModifiers(PRIVATE, STATIC)
        .returns(String.class)
        .addParameter(Object.class, "value")
        .addStatement(
            "return $T.encode($T.text(value), $T.UTF_8)"
                + ".replace($S, $S).replace($S, $S).replace($S, $S)",
            URLEncoder.class,
            owner,
            StandardCharsets.class,
            "+",
            "%20",
            "*",
            "%2A",
            "%7E",
            "~")
        .build();
  }

  /** A missing value is an empty text, which is refused. */
  private static MethodSpec text() {
    return MethodSpec.methodBuilder("text")
        .addModifiers(PRIVATE, STATIC)
        .returns(String.class)
        .addParameter(Object.class, "value")
        .addStatement(
            "return value instanceof $T<?> constant ? constant.name() : $T.toString(value, $S)",
            Enum.class,
            Objects.class,
            "")
        .build();
  }
}
