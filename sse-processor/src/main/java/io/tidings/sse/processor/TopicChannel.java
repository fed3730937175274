package io.tidings.sse.processor;

import static io.tidings.sse.processor.AsyncApiDocument.ordered;

import io.tidings.sse.processor.ContractModel.TopicContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One topic as a channel of an AsyncAPI document, and the operation that sends its events. */
final class TopicChannel {
  /** Where a channel keeps its template, query variables and all. */
  static final String TEMPLATE = "x-sse-topic";

  private static final String HTTP_BINDING = "0.3.0";

  private final ContractModel contract;
  private final TopicContract topic;

  TopicChannel(ContractModel contract, TopicContract topic) {
    this.contract = contract;
    this.topic = topic;
  }

  Map<String, Object> channel(Map<String, Object> messages) {
    Template template = topic.topic().template();
    Map<String, Object> channel = ordered("address", "/" + below(contract, template));
    channel.put("title", topic.topic().name());
    channel.put("messages", messages);
    Map<String, Object> parameters = new LinkedHashMap<>();
    Stream.concat(contract.variables().stream(), topic.variables().stream())
        .filter(variable -> !template.query().contains(variable.name()))
        .forEach(variable -> parameters.put(variable.name(), parameter(variable)));
    if (!parameters.isEmpty()) {
      channel.put("parameters", parameters);
    }
    channel.put(TEMPLATE, template.toString());
    HeartbeatContract.of(topic.topic())
        .ifPresent(one -> channel.put("x-sse-heartbeat", heartbeat(one)));
    Map<String, Object> replay = replay();
    if (!replay.isEmpty()) {
      channel.put("x-sse-replay", replay);
    }
    return channel;
  }

  private static String below(ContractModel contract, Template template) {
    String path = contract.stream().path().path();
    return path.isEmpty() ? template.path() : path + "/" + template.path();
  }

  static Map<String, Object> parameter(ContractVariable variable) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    if (!variable.documentation().isEmpty()) {
      parameter.put("description", variable.documentation().plain());
    }
    if (!variable.constants().isEmpty()) {
      parameter.put("enum", variable.constants());
    }
    return parameter;
  }

  private static Map<String, Object> heartbeat(HeartbeatContract heartbeat) {
    return ordered("event", heartbeat.event(), "interval", heartbeat.interval().toString());
  }

  /** What somebody said about the history; what nobody said is a matter of the server. */
  private Map<String, Object> replay() {
    Map<String, Object> replay = new LinkedHashMap<>();
    for (SettingModel setting : topic.topic().settings()) {
      if (setting.setting() == Setting.REPLAY) {
        for (Setting.Part part : Setting.REPLAY.parts()) {
          Value value = setting.values().get(part.component());
          if (value != null) {
            replay.put(part.component(), plain(value));
          }
        }
      }
    }
    return replay;
  }

  private static Object plain(Value value) {
    if (value instanceof Value.Count count) {
      return count.number();
    }
    if (value instanceof Value.Size size) {
      return size.bytes();
    }
    return value instanceof Value.Time time ? time.duration().toString() : value.toString();
  }

  Map<String, Object> operation(Set<String> keys) {
    String name = topic.topic().name();
    Map<String, Object> operation = ordered("action", "send");
    operation.put("channel", ordered("$ref", "#/channels/" + name));
    operation.put("bindings", binding(query()));
    operation.put("messages", AsyncApiDocument.references(name, keys));
    return operation;
  }

  private Map<String, Object> query() {
    List<String> names = topic.topic().template().query();
    Map<String, Object> properties = new LinkedHashMap<>();
    for (ContractVariable variable : topic.variables()) {
      if (names.contains(variable.name())) {
        Map<String, Object> property = ordered("type", "string");
        property.putAll(parameter(variable));
        properties.put(variable.name(), property);
      }
    }
    properties.putAll(cursor());
    Map<String, Object> query = ordered("type", "object");
    if (!names.isEmpty()) {
      query.put("required", names);
    }
    query.put("properties", properties);
    return query;
  }

  /** The query parameters that every address of a stream takes. */
  static Map<String, Object> cursor() {
    return ordered(
        "lastEventId",
        ordered(
            "type",
            "string",
            "description",
            "Where to resume, for clients that cannot send the header Last-Event-ID."),
        "clientId",
        ordered("type", "string", "description", "Names the client in the server's lists."));
  }

  static Map<String, Object> binding(Map<String, Object> query) {
    return ordered(
        "http", ordered("method", "GET", "query", query, "bindingVersion", HTTP_BINDING));
  }
}
