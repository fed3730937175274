package io.tidings.sse.processor;

import static io.tidings.sse.processor.AsyncApiDocument.ordered;

import java.util.List;
import java.util.Map;

/** The events that the protocol itself sends, as messages of an AsyncAPI document. */
final class ProtocolMessages {
  static final List<String> NAMES = List.of("sse-gap", "sse-end");

  private ProtocolMessages() {}

  static void addTo(Map<String, Object> messages) {
    messages.put("sse-gap", gap());
    messages.put("sse-end", end());
  }

  private static Map<String, Object> gap() {
    List<String> reasons = List.of("epoch", "trimmed", "overflow", "backplane", "limit");
    Map<String, Object> properties =
        ordered(
            "reason", ordered("type", "string", "enum", reasons),
            "topic", ordered("type", List.of("string", "null")),
            "firstAvailable", ordered("type", List.of("string", "null")));
    return message(
        "sse-gap",
        "Events were lost: what follows is not contiguous with what came before. It has no id.",
        ordered("type", "object", "properties", properties, "required", List.of("reason")));
  }

  private static Map<String, Object> end() {
    Map<String, Object> properties = ordered("topic", ordered("type", "string"));
    return message(
        "sse-end",
        "The topic is complete. When all topics of a connection are, the stream ends.",
        ordered("type", "object", "properties", properties));
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
