package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.ABSTRACT;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.type.TypeKind;

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
    if (stream.topics().stream()
        .flatMap(topic -> variables(stream, topic).stream())
        .anyMatch(TopicWriter::isText)) {
      new TopicTextWriter(name).methods().forEach(type::addMethod);
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
    if (variables.stream().anyMatch(TopicWriter::isText)) {
      components
          .beginControlFlow("if ($L)", bad(variables, owner))
          .addStatement("throw $T.refusal($L)", owner, named(variables))
          .endControlFlow();
    }
    return record
        .recordConstructor(components.build())
        .addMethod(answer("path", expansion(topic.template(), variables, owner)))
        .addMethod(answer("streamPath", expansion(stream.path(), variables, owner)))
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

  /** {@code !isValue(symbol) || !isValue(side)}. */
  private static CodeBlock bad(List<VariableModel> variables, ClassName owner) {
    return variables.stream()
        .filter(TopicWriter::isText)
        .map(variable -> CodeBlock.of("!$T.isValue($L)", owner, variable.name()))
        .collect(CodeBlock.joining(" || "));
  }

  private static CodeBlock named(List<VariableModel> variables) {
    List<VariableModel> texts = variables.stream().filter(TopicWriter::isText).toList();
    String names = texts.stream().map(VariableModel::name).collect(Collectors.joining(", "));
    return Stream.concat(
            Stream.of(CodeBlock.of("$S", names)),
            texts.stream().map(variable -> CodeBlock.of("$L", variable.name())))
        .collect(Sources.commas());
  }

  /** Whether a variable can have values that are refused or encoded; numbers cannot. */
  private static boolean isText(VariableModel variable) {
    TypeKind kind = variable.type().getKind();
    return !kind.isPrimitive() || kind == TypeKind.CHAR;
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
  private static CodeBlock expansion(
      Template template, List<VariableModel> variables, ClassName owner) {
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
        parts.add(encoded(((Slot) segment).variable(), variables, owner));
      }
    }
    before = "?";
    for (String name : template.query()) {
      text.append(before).append(name).append('=');
      before = "&";
      flush(text, parts);
      parts.add(encoded(name, variables, owner));
    }
    if (parts.isEmpty() || text.length() > 0) {
      parts.add(CodeBlock.of("$S", text));
    }
    return parts.stream().collect(CodeBlock.joining(" + "));
  }

  private static CodeBlock encoded(String name, List<VariableModel> variables, ClassName owner) {
    boolean text =
        variables.stream().filter(one -> one.name().equals(name)).anyMatch(TopicWriter::isText);
    return text
        ? CodeBlock.of("$T.encode($L)", owner, name)
        : CodeBlock.of("$T.valueOf($L)", String.class, name);
  }

  private static void flush(StringBuilder text, List<CodeBlock> parts) {
    if (text.length() > 0) {
      parts.add(CodeBlock.of("$S", text));
      text.setLength(0);
    }
  }
}
