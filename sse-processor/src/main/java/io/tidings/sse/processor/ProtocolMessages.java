package io.tidings.sse.processor;

import static io.tidings.sse.processor.AsyncApiDocument.ordered;

import java.util.List;
import java.util.Map;

/** The events that the protocol itself sends, as messages of an AsyncAPI document. */
final class ProtocolMessages {
  private static final String GAP = "sse-gap";
  private static final String END = "sse-end";
  private static final String ERROR = "sse-error";

  private ProtocolMessages() {}

  /** The messages that a topic can carry besides its own. */
  static List<String> of(TopicModel topic) {
    return topic.isPolled() ? List.of(GAP, END, ERROR) : List.of(GAP, END);
  }

  static boolean isOne(String eventType) {
    return List.of(GAP, END, ERROR).contains(eventType);
  }

  static void addTo(Map<String, Object> messages, StreamModel stream) {
    messages.put(GAP, gap());
    messages.put(END, end());
    if (stream.topics().stream().anyMatch(TopicModel::isPolled)) {
      messages.put(ERROR, error());
    }
  }

  private static Map<String, Object> gap() {
    List<String> reasons = List.of("epoch", "trimmed", "overflow", "backplane", "limit");
    Map<String, Object> properties =
        ordered(
            "reason", ordered("type", "string", "enum", reasons),
            "topic", ordered("type", List.of("string", "null")),
            "firstAvailable", ordered("type", List.of("string", "null")));
    return message(
        GAP,
        "Events were lost: what follows is not contiguous with what came before. It has no id.",
        ordered("type", "object", "properties", properties, "required", List.of("reason")));
  }

  private static Map<String, Object> end() {
    Map<String, Object> properties = ordered("topic", ordered("type", "string"));
    return message(
        END,
        "The topic is complete. When all topics of a connection are, the stream ends.",
        ordered("type", "object", "properties", properties));
  }

  private static Map<String, Object> error() {
    return message(
        ERROR,
        "The source of a polled topic has failed and is asked again. The server says whether"
            + " readers are told, and what: usually an object with topic and message.",
        ordered());
  }

  static Map<String, Object> heartbeat(HeartbeatContract heartbeat) {
    return ordered(
        "name",
        heartbeat.event(),
        "description",
        "A sign of life after a silence of " + heartbeat.interval() + ".",
        "contentType",
        "text/plain",
        "payload",
        ordered("type", "string"));
  }

  private static Map<String, Object> message(
      String name, String words, Map<String, Object> payload) {
    return ordered(
        "name", name, "description", words, "contentType", "application/json", "payload", payload);
  }
}
