package io.tidings.sse.processor;

import io.tidings.sse.processor.ContractModel.Content;
import io.tidings.sse.processor.ContractModel.Message;
import io.tidings.sse.processor.ContractModel.TopicContract;
import io.tidings.sse.processor.ContractVariable.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds out what the clients of a stream see: its topics, event types and payloads in JSON. */
final class ContractReader {
  private static final Documentation NO_WORDS = new Documentation("");

  private final Environment environment;
  private final JsonFindings findings;
  private final SchemaReader schemas;

  ContractReader(Environment environment, Findings findings, Element stream) {
    this.environment = environment;
    this.findings = new JsonFindings(environment, findings, stream);
    this.schemas = new SchemaReader(environment, this.findings);
  }

  ContractModel read(StreamModel stream) {
    List<TopicContract> topics = stream.topics().stream().map(this::topic).toList();
    List<ContractVariable> variables =
        stream.variables().stream().map(one -> variable(one, stream.events())).toList();
    Map<String, String> names = SchemaNames.of(schemas.names(), ReservedNames.of(stream));
    List<NamedSchema> named =
        schemas.schemas().stream()
            .map(schema -> schema.renamed(names::get))
            .sorted(Comparator.comparing(NamedSchema::name))
            .toList();
    return new ContractModel(
        stream, variables, topics.stream().map(topic -> renamed(topic, names)).toList(), named);
  }

  private TopicContract topic(TopicModel topic) {
    List<ContractVariable> variables =
        topic.variables().stream().map(one -> variable(one, topic.events())).toList();
    List<Message> messages = topic.events().stream().flatMap(this::messages).toList();
    return new TopicContract(topic, variables, messages);
  }

  private Stream<Message> messages(EventModel event) {
    Element parameter = event.origin().getParameters().get(event.payloadIndex());
    findings.reading(parameter);
    if (event.payload() instanceof PayloadModel.Sealed whole) {
      List<Message> messages = new ArrayList<>();
      whole.leaves().forEach(leaf -> messages.add(message(leaf, event, parameter)));
      schemas.readSealed(whole);
      return messages.stream();
    }
    PayloadModel.Plain plain = (PayloadModel.Plain) event.payload();
    Content content = content(plain.type());
    JsonType json = schemas.read(plain.type(), parameter);
    return Stream.of(new Message(plain.eventType(), content, json, event.documentation()));
  }

  private Message message(PayloadModel.Leaf leaf, EventModel event, Element parameter) {
    JsonType json = schemas.read(leaf.type(), parameter);
    Element type = ((DeclaredType) leaf.type()).asElement();
    Documentation own = Documentation.of(type, environment.elements());
    return new Message(
        leaf.eventType(), Content.JSON, json, own.isEmpty() ? event.documentation() : own);
  }

  /** Texts and bytes travel as they are, everything else through the codec. */
  private static Content content(TypeMirror type) {
    if (type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.BYTE) {
      return Content.BASE64;
    }
    return isNamed(type, "java.lang.String") ? Content.TEXT : Content.JSON;
  }

  private static boolean isNamed(TypeMirror type, String name) {
    return type instanceof DeclaredType declared && declared.asElement().toString().equals(name);
  }

  private static TopicContract renamed(TopicContract topic, Map<String, String> names) {
    List<Message> messages =
        topic.messages().stream()
            .map(
                one ->
                    new Message(
                        one.eventType(),
                        one.content(),
                        one.payload().renamed(names::get),
                        one.text()))
            .toList();
    return new TopicContract(topic.topic(), topic.variables(), messages);
  }

  private ContractVariable variable(VariableModel variable, List<EventModel> events) {
    Documentation words =
        events.stream()
            .map(event -> environment.elements().getDocComment(event.origin()))
            .map(comment -> ParameterTags.of(comment).get(variable.name()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(NO_WORDS);
    Kind kind = kind(variable);
    List<String> constants =
        kind == Kind.CONSTANT
            ? EnumReader.names(((DeclaredType) variable.type()).asElement())
            : List.of();
    return new ContractVariable(variable.name(), kind, constants, words);
  }

  private Kind kind(VariableModel variable) {
    VariableModel.Parse parse = variable.parse();
    if (parse instanceof VariableModel.Call call) {
      return kind(call.type());
    }
    if (parse instanceof VariableModel.Bool) {
      return Kind.TRUTH;
    }
    return parse instanceof VariableModel.Constant ? Kind.CONSTANT : Kind.TEXT;
  }

  private Kind kind(TypeMirror type) {
    String name = environment.types().erasure(type).toString();
    return switch (name.substring(name.lastIndexOf(' ') + 1)) {
      case "java.lang.Integer", "java.lang.Short", "java.lang.Byte" -> Kind.WHOLE;
      case "java.lang.Long", "java.math.BigInteger" -> Kind.LONG;
      case "java.util.UUID" -> Kind.UUID;
      default -> Kind.CANONICAL;
    };
  }
}
