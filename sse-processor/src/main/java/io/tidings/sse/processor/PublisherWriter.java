package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes {@code MarketsPublisher}: the interface, implemented by publishing. */
final class PublisherWriter {
  private static final TypeVariableName PAYLOAD = TypeVariableName.get("P");

  private final Sources sources;
  private final Component component;

  PublisherWriter(Sources sources, Component component) {
    this.sources = sources;
    this.component = component;
  }

  TypeSpec write(StreamModel stream) {
    ClassName name = Sources.name(stream, Names::publisher);
    Map<EventModel, String> constants = ConstantNames.of(stream);
    TypeSpec.Builder type =
        sources
            .beginMarked(stream, TypeSpec.classBuilder(name))
            .addAnnotations(component.ofType())
            .addModifiers(PUBLIC, FINAL)
            .addSuperinterface(stream.origin().asType())
            .addJavadoc("Publishes the events of {@code $L}.\n", stream.origin().getSimpleName())
            .addJavadoc("$L", Sources.paragraph(stream.documentation()));
    DefinitionWriter definitions = new DefinitionWriter(constants);
    for (TopicModel topic : stream.topics()) {
      for (EventModel event : topic.events()) {
        CodeBlock definition = definitions.event(stream, topic, event);
        type.addField(constant(event, constants.get(event), definition));
      }
    }
    return type.addField(
            FieldSpec.builder(Classes.STREAM_DEFINITION, "STREAM", STATIC, FINAL)
                .initializer("$L", definitions.stream(stream))
                .build())
        .addField(Classes.STREAM_PUBLISHER, "publisher", PRIVATE, FINAL)
        .addMethod(fromHub())
        .addMethod(fromPublisher())
        .addMethods(events(stream, constants))
        .addMethod(narrowed(stream, "to", "clientId", "that client's live connections only"))
        .addMethod(narrowed(stream, "toPrincipal", "name", "that principal's connections only"))
        .addMethod(withKey(stream))
        .addMethod(topic(stream))
        .addMethod(publish(stream))
        .build();
  }

  private static FieldSpec constant(EventModel event, String name, CodeBlock definition) {
    TypeName type =
        ParameterizedTypeName.get(
            Classes.EVENT_DEFINITION, DefinitionWriter.boxed(event.payload()));
    return FieldSpec.builder(type, name, STATIC, FINAL).initializer("$L", definition).build();
  }

  private MethodSpec fromHub() {
    return MethodSpec.constructorBuilder()
        .addModifiers(PUBLIC)
        .addAnnotations(component.ofConstructor())
        .addJavadoc("A publisher of the stream.\n\n@param hub where the events go\n")
        .addParameter(Classes.HUB, "hub")
        .addStatement("this(hub.publisher(STREAM))")
        .build();
  }

  private static MethodSpec fromPublisher() {
    return MethodSpec.constructorBuilder()
        .addModifiers(PRIVATE)
        .addParameter(Classes.STREAM_PUBLISHER, "publisher")
        .addStatement("this.publisher = publisher")
        .build();
  }

  private static List<MethodSpec> events(StreamModel stream, Map<EventModel, String> constants) {
    return stream.topics().stream()
        .flatMap(
            topic ->
                topic.events().stream()
                    .map(event -> event(stream, topic, event, constants.get(event))))
        .toList();
  }

  private static MethodSpec event(
      StreamModel stream, TopicModel topic, EventModel event, String constant) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(event.method())
            .addAnnotation(Override.class)
            .addModifiers(PUBLIC)
            .varargs(event.origin().isVarArgs());
    event
        .parameters()
        .forEach(
            parameter -> method.addParameter(Sources.type(parameter.type()), parameter.name()));
    return method
        .addStatement(
            "publish($L, new $T($L), $L)",
            constant,
            Sources.name(stream, Names::topic).nestedClass(topic.name()),
            arguments(stream, topic),
            event.payloadParameter().name())
        .build();
  }

  private static CodeBlock arguments(StreamModel stream, TopicModel topic) {
    return Stream.concat(stream.variables().stream(), topic.variables().stream())
        .map(variable -> CodeBlock.of("$L", variable.name()))
        .collect(Sources.commas());
  }

  private static MethodSpec narrowed(
      StreamModel stream, String method, String parameter, String whom) {
    return MethodSpec.methodBuilder(method)
        .addModifiers(PUBLIC)
        .addJavadoc("A publisher that reaches $L.\n\n", whom)
        .addJavadoc("@param $L who is meant\n@return a new publisher\n", parameter)
        .returns(ClassName.get(stream.origin()))
        .addParameter(String.class, parameter)
        .addStatement(
            "return new $T(publisher.$L($L))",
            Sources.name(stream, Names::publisher),
            method,
            parameter)
        .build();
  }

  private static MethodSpec withKey(StreamModel stream) {
    ClassName name = Sources.name(stream, Names::publisher);
    return MethodSpec.methodBuilder("withKey")
        .addModifiers(PUBLIC)
        .addJavadoc("A publisher whose events are stored once: what is published again with the\n")
        .addJavadoc("same key, as the same event type and in the same topic, changes nothing.\n\n")
        .addJavadoc("@param key what a repetition would have too\n@return a new publisher\n")
        .returns(name)
        .addParameter(String.class, "key")
        .addStatement("return new $T(publisher.withKey(key))", name)
        .build();
  }

  private static MethodSpec topic(StreamModel stream) {
    return MethodSpec.methodBuilder("topic")
        .addModifiers(PUBLIC)
        .addJavadoc("What can be asked of a topic and done with it.\n\n")
        .addJavadoc("@param topic which one\n@return a view of its present state\n")
        .returns(Classes.TOPIC_HANDLE)
        .addParameter(Sources.name(stream, Names::topic), "topic")
        .addStatement("return publisher$L.topic(topic.path())", in(stream))
        .build();
  }

  private static MethodSpec publish(StreamModel stream) {
    return MethodSpec.methodBuilder("publish")
        .addModifiers(PRIVATE)
        .addTypeVariable(PAYLOAD)
        .addParameter(ParameterizedTypeName.get(Classes.EVENT_DEFINITION, PAYLOAD), "event")
        .addParameter(Sources.name(stream, Names::topic), "topic")
        .addParameter(PAYLOAD, "payload")
        .addStatement("publisher$L.publish(event, topic.path(), payload)", in(stream))
        .build();
  }

  /** Each expansion of a stream path with variables is a stream of its own. */
  private static String in(StreamModel stream) {
    return stream.variables().isEmpty() ? "" : ".in(topic.streamPath())";
  }
}
