package io.tidings.sse.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.tidings.sse.processor.PayloadModel.Leaf;
import io.tidings.sse.processor.PayloadModel.Plain;
import io.tidings.sse.processor.PayloadModel.Sealed;
import java.util.List;
import java.util.stream.Stream;

/** Writes what a client is told of a stream: which event becomes which call. */
final class ClientDefinitionWriter {
  private final StreamModel stream;
  private final TopicModel topic;
  private final EventModel event;

  private ClientDefinitionWriter(StreamModel stream, TopicModel topic, EventModel event) {
    this.stream = stream;
    this.topic = topic;
    this.event = event;
  }

  static CodeBlock definition(StreamModel stream) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.of($T.class, $S)",
                Classes.CLIENT_DEFINITION,
                stream.origin(),
                "/" + stream.path().path());
    for (TopicModel topic : stream.topics()) {
      for (EventModel event : topic.events()) {
        code.add("$L", new ClientDefinitionWriter(stream, topic, event).events());
      }
    }
    return code.build();
  }

  /** One event, or each leaf of a sealed payload. */
  private CodeBlock events() {
    if (event.payload() instanceof Sealed whole) {
      return whole.leaves().stream().map(this::leaf).collect(CodeBlock.joining(""));
    }
    String eventType = ((Plain) event.payload()).eventType();
    return event(eventType, type(DefinitionWriter.boxed(event.payload())));
  }

  private CodeBlock leaf(Leaf leaf) {
    return event(leaf.eventType(), CodeBlock.of("$T.class", Sources.type(leaf.type())));
  }

  private static CodeBlock type(TypeName payload) {
    return isGeneric(payload)
        ? CodeBlock.of("new $T() {}", ParameterizedTypeName.get(Classes.CLIENT_PAYLOAD, payload))
        : CodeBlock.of("$T.class", payload);
  }

  private static boolean isGeneric(TypeName type) {
    return type instanceof ArrayTypeName array
        ? isGeneric(array.componentType())
        : type instanceof ParameterizedTypeName;
  }

  /**
   * The types of the call are written down, so that a leaf is given to the method of its event, and
   * not to another one of the same name that takes just the leaf.
   */
  private CodeBlock event(String eventType, CodeBlock type) {
    return CodeBlock.of(
        "\n$>$>.withEvent($S, $S, $L,\n$>$>($T listener, $T topic, $T payload) ->"
            + " listener.$L($L))$<$<$<$<",
        topic.template(),
        eventType,
        type,
        stream.origin(),
        Classes.TOPIC_VARIABLES,
        DefinitionWriter.boxed(event.payload()),
        event.method(),
        arguments());
  }

  private CodeBlock arguments() {
    List<VariableModel> variables =
        Stream.concat(stream.variables().stream(), topic.variables().stream()).toList();
    return event.parameters().stream()
        .map(parameter -> argument(parameter, variables))
        .collect(Sources.commas());
  }

  private CodeBlock argument(ParameterModel parameter, List<VariableModel> variables) {
    return variables.stream()
        .filter(variable -> variable.name().equals(parameter.name()))
        .map(one -> VariableWriter.value(one, CodeBlock.of("topic.string($S)", one.name())))
        .findFirst()
        .orElse(CodeBlock.of("payload"));
  }
}
