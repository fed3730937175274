package io.tidings.sse.processor;

import io.tidings.sse.processor.ContractModel.Content;
import io.tidings.sse.processor.ContractModel.Message;
import io.tidings.sse.processor.ContractModel.TopicContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One topic in TypeScript: its handlers, its constructor and its way to subscribe. */
final class TypeScriptTopic {
  private final StreamModel stream;
  private final TopicContract topic;
  private final Map<String, ContractVariable> variables = new LinkedHashMap<>();

  TypeScriptTopic(StreamModel stream, TopicContract topic) {
    this.stream = stream;
    this.topic = topic;
    topic.variables().forEach(one -> variables.put(one.name(), one));
  }

  /** The interface that users implement: one function for each event type. */
  String handlers() {
    String head =
        "/** What to do about the events of `%s`. */\nexport interface %s extends %s {\n"
            .formatted(
                template(),
                ReservedNames.handlers(topic.topic()),
                topic.topic().isPolled() ? "SsePolledTopicHandlers" : "SseTopicHandlers");
    return topic.messages().stream()
        .map(TypeScriptTopic::handler)
        .collect(Collectors.joining("", head, "}\n"));
  }

  private static String handler(Message message) {
    return "%s  readonly %s?: SseHandler<%s>;\n"
        .formatted(
            TypeScriptText.comment("  ", message.text().plain()),
            TypeScriptText.key(message.eventType()),
            TypeScriptText.type(message.payload()));
  }

  /** The function that makes the topic. */
  String factory() {
    String name = Naming.decapitalised(topic.topic().name());
    return """
    %s\
      %s(%s): %s {
        return {
          stream: %s,
          path: `%s`,
          events: %s,
          handlers,%s
        };
      },
    """
        .formatted(
            comment("Topic `" + template() + "`."),
            name,
            parameters(),
            ReservedNames.topic(stream),
            JsonText.quoted("/" + stream.path()),
            path(),
            events(),
            heartbeat());
  }

  /** The method that subscribes to this topic alone. */
  String method() {
    String arguments =
        variables.keySet().stream()
            .map(name -> ReservedNames.parameter(name) + ", ")
            .collect(Collectors.joining("", "", "handlers"));
    return """

    %s\
      subscribe%s(%s): SseConnection {
        return this.subscribe(%s.%s(%s));
      }
    """
        .formatted(
            comment("Subscribes to `" + template() + "` on a connection of its own."),
            topic.topic().name(),
            parameters(),
            ReservedNames.topic(stream),
            Naming.decapitalised(topic.topic().name()),
            arguments);
  }

  private String comment(String words) {
    String parameters =
        variables.values().stream()
            .filter(one -> !one.documentation().isEmpty())
            .map(TypeScriptTopic::tag)
            .collect(Collectors.joining());
    return TypeScriptText.comment("  ", parameters.isEmpty() ? words : words + "\n" + parameters);
  }

  private static String tag(ContractVariable variable) {
    String words = variable.documentation().plain().replace("\n", " ");
    return "\n@param " + ReservedNames.parameter(variable.name()) + " " + words;
  }

  private String template() {
    return topic.topic().template().toString();
  }

  private String parameters() {
    return variables.values().stream()
        .map(one -> ReservedNames.parameter(one.name()) + ": " + type(one) + ", ")
        .collect(Collectors.joining("", "", "handlers: " + ReservedNames.handlers(topic.topic())));
  }

  static String type(ContractVariable variable) {
    return switch (variable.kind()) {
      case TRUTH -> "boolean";
      case WHOLE -> "number";
      case LONG -> "number | bigint";
      case CONSTANT -> TypeScriptText.oneOf(variable.constants());
      case TEXT, UUID, CANONICAL -> "string";
    };
  }

  private String path() {
    Template template = topic.topic().template();
    String path = path(template, variables, "");
    List<String> query =
        template.query().stream().map(name -> name + "=" + slot(name, variables, "")).toList();
    return query.isEmpty() ? path : path + "?" + String.join("&", query);
  }

  /** The path of a template as the inside of a template literal. */
  static String path(Template template, Map<String, ContractVariable> variables, String owner) {
    return template.segments().stream()
        .map(
            segment ->
                segment instanceof Template.Slot slot
                    ? slot(slot.variable(), variables, owner)
                    : ((Template.Literal) segment).text())
        .collect(Collectors.joining("/"));
  }

  private static String slot(String name, Map<String, ContractVariable> variables, String owner) {
    ContractVariable variable = variables.get(name);
    String value = owner.isEmpty() ? ReservedNames.parameter(name) : owner + "." + name;
    ContractVariable.Kind kind = variable == null ? ContractVariable.Kind.TEXT : variable.kind();
    String text =
        switch (kind) {
          case TRUTH -> "String(" + value + ")";
          case WHOLE, LONG -> "sseWhole(\"" + name + "\", " + value + ")";
          case UUID -> value + ".toLowerCase()";
          case TEXT, CONSTANT, CANONICAL -> value;
        };
    return "${sseEncoded(\"" + name + "\", " + text + ")}";
  }

  private String events() {
    return topic.messages().stream()
        .map(TypeScriptTopic::event)
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String event(Message message) {
    String decoder = message.content() == Content.JSON ? "sseJson" : "sseText";
    return TypeScriptText.key(message.eventType()) + ": " + decoder;
  }

  private String heartbeat() {
    return HeartbeatContract.of(topic.topic())
        .map(
            one ->
                "\n      heartbeat: { event: %s, interval: %d },"
                    .formatted(JsonText.quoted(one.event()), one.interval().toMillis()))
        .orElse("");
  }
}
