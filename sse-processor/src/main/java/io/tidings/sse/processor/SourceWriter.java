package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.stream.Stream;

/** Writes {@code MarketsSources}: what the application answers when it is asked for payloads. */
final class SourceWriter {
  private final Sources sources;

  SourceWriter(Sources sources) {
    this.sources = sources;
  }

  /** Whether a stream has any source. */
  static boolean isNeeded(StreamModel stream) {
    return stream.events().stream().anyMatch(event -> event.source().isPresent());
  }

  TypeSpec write(StreamModel stream) {
    TypeSpec.Builder type =
        sources
            .beginMarked(stream, TypeSpec.interfaceBuilder(Sources.name(stream, Names::sources)))
            .addModifiers(PUBLIC)
            .addJavadoc(
                "Where payloads of {@code $L} come from; implement it and give it to the hub.\n",
                stream.origin().getSimpleName());
    stream.events().stream()
        .filter(event -> event.source().isPresent())
        .forEach(event -> type.addMethod(source(event)));
    return type.build();
  }

  private static MethodSpec source(EventModel event) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(event.method())
            .addModifiers(PUBLIC, ABSTRACT)
            .addJavadoc(
                "$L\n\n",
                event.documentation().isEmpty()
                    ? "The present payload of the event."
                    : event.documentation().javadoc())
            .returns(answer(event))
            .addException(Exception.class);
    for (ParameterModel variable : event.variables()) {
      method.addParameter(Sources.type(variable.type()), variable.name());
      method.addJavadoc("@param $L the variable of the topic\n", variable.name());
    }
    return method
        .addJavadoc(
            "@return $L\n@throws Exception when there is none\n",
            isPolled(event)
                ? "the present payload, that nothing has changed, or a last payload"
                : "the present payload")
        .build();
  }

  private static boolean isPolled(EventModel event) {
    return event.source().flatMap(SourceModel::poll).isPresent();
  }

  private static TypeName answer(EventModel event) {
    TypeName payload = Sources.type(event.payloadParameter().type());
    return isPolled(event)
        ? ParameterizedTypeName.get(Classes.POLL_RESULT, payload.box())
        : payload;
  }

  /** {@code .withSource(MarketsSources.class, (sources, variables) -> sources.load())}. */
  static CodeBlock with(StreamModel stream, TopicModel topic, EventModel event) {
    CodeBlock.Builder code = CodeBlock.builder();
    event.source().ifPresent(source -> code.add(with(stream, topic, event, source)));
    return code.build();
  }

  private static CodeBlock with(
      StreamModel stream, TopicModel topic, EventModel event, SourceModel source) {
    ClassName type = Sources.name(stream, Names::sources);
    List<VariableModel> variables =
        Stream.concat(stream.variables().stream(), topic.variables().stream()).toList();
    CodeBlock arguments =
        event.variables().stream()
            .flatMap(one -> variables.stream().filter(v -> v.name().equals(one.name())))
            .map(VariableWriter::value)
            .collect(Sources.commas());
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "\n.$L($T.class, (sources, variables) -> sources.$L($L))",
                isPolled(event) ? "withResults" : "withSource",
                type,
                event.method(),
                arguments);
    source
        .poll()
        .ifPresent(
            every ->
                code.add(
                    "\n.withPoll($L, $L)", PolicyWriter.duration(every), source.onlyChanges()));
    return code.add(source.snapshot() ? "\n.withSnapshot()" : "").build();
  }
}
