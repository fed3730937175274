package io.tidings.sse.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.tidings.sse.processor.PayloadModel.Leaf;
import io.tidings.sse.processor.PayloadModel.Plain;
import io.tidings.sse.processor.PayloadModel.Sealed;
import java.util.Map;

/** Writes what the runtime is told of a stream: its topics, variables, events and policies. */
final class DefinitionWriter {
  private final Map<EventModel, String> constants;

  /**
   * @param constants the name of the constant that holds each event
   */
  DefinitionWriter(Map<EventModel, String> constants) {
    this.constants = constants;
  }

  CodeBlock stream(StreamModel stream) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.of($T.class, $S)", Classes.STREAM_DEFINITION, stream.origin(), path(stream));
    code.add("$>$>");
    stream.variables().forEach(variable -> code.add("\n$L", VariableWriter.with(variable)));
    stream.settings().forEach(setting -> code.add("\n$L", PolicyWriter.with(setting)));
    stream.guards().forEach(guard -> code.add("\n.withGuard($T::new)", guard));
    stream.topics().forEach(topic -> code.add("\n.withTopic(\n$>$>$L$<$<)", topic(topic)));
    return code.add("$<$<").build();
  }

  private static String path(StreamModel stream) {
    return "/" + stream.path().path();
  }

  private CodeBlock topic(TopicModel topic) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.of($S, $S)", Classes.TOPIC_DEFINITION, topic.name(), topic.template());
    code.add("$>$>");
    topic.variables().forEach(variable -> code.add("\n$L", VariableWriter.with(variable)));
    topic.events().forEach(event -> code.add("\n.withEvent($L)", constants.get(event)));
    topic.settings().forEach(setting -> code.add("\n$L", PolicyWriter.with(setting)));
    topic.guards().forEach(guard -> code.add("\n.withGuard($T::new)", guard));
    return code.add("$<$<").build();
  }

  /** The value of an event's constant. */
  CodeBlock event(StreamModel stream, TopicModel topic, EventModel event) {
    CodeBlock.Builder code = CodeBlock.builder().add("$L$>$>", payload(event.payload()));
    event
        .conflate()
        .ifPresent(interval -> code.add("\n.withConflate($L)", PolicyWriter.duration(interval)));
    event.filter().ifPresent(filter -> code.add("\n.withFilter($T::new)", filter));
    code.add(SourceWriter.with(stream, topic, event));
    return code.add("$<$<").build();
  }

  private static CodeBlock payload(PayloadModel payload) {
    TypeName type = boxed(payload);
    if (payload instanceof Sealed whole) {
      CodeBlock.Builder code =
          CodeBlock.builder().add("$T.sealed($T.class)", Classes.EVENT_DEFINITION, type);
      for (Leaf leaf : whole.leaves()) {
        code.add("\n$>$>.withLeaf($T.class, $S)$<$<", Sources.type(leaf.type()), leaf.eventType());
      }
      return code.build();
    }
    String eventType = ((Plain) payload).eventType();
    if (isGeneric(type)) {
      TypeName token = ParameterizedTypeName.get(Classes.PAYLOAD_TYPE, type);
      return CodeBlock.of("$T.of($S, new $T() {})", Classes.EVENT_DEFINITION, eventType, token);
    }
    return CodeBlock.of("$T.of($S, $T.class)", Classes.EVENT_DEFINITION, eventType, type);
  }

  /** The payload's type as a type argument. */
  static TypeName boxed(PayloadModel payload) {
    return Sources.type(payload.type()).box();
  }

  private static boolean isGeneric(TypeName type) {
    return type.toString().indexOf('<') >= 0;
  }
}
