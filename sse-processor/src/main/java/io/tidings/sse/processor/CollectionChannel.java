package io.tidings.sse.processor;

import static io.tidings.sse.processor.AsyncApiDocument.ordered;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The path on which one connection gets several topics, as a channel of an AsyncAPI document. */
final class CollectionChannel {
  /** No Java identifier, so that no topic has this name. */
  static final String KEY = "sse-topics";

  static final String OPERATION = "send-sse-topics";

  private static final String WORDS =
      "Several topics over one connection: each `topic` of the query is one, percent-encoded once"
          + " more. The event type is `<topic>#<name>`, where <name> is the name of the message;"
          + " those that begin with sse- keep theirs.";

  private final ContractModel contract;

  CollectionChannel(ContractModel contract) {
    this.contract = contract;
  }

  Map<String, Object> channel(Set<String> messages) {
    Map<String, Object> channel = ordered("address", "/" + contract.stream().path().path());
    channel.put("description", WORDS);
    Map<String, Object> references = new LinkedHashMap<>();
    messages.forEach(key -> references.put(key, AsyncApiDocument.reference(key)));
    channel.put("messages", references);
    Map<String, Object> parameters = new LinkedHashMap<>();
    contract.variables().forEach(one -> parameters.put(one.name(), TopicChannel.parameter(one)));
    if (!parameters.isEmpty()) {
      channel.put("parameters", parameters);
    }
    return channel;
  }

  Map<String, Object> operation() {
    Map<String, Object> topics =
        ordered("type", "array", "minItems", 1, "items", ordered("type", "string"));
    Map<String, Object> properties = ordered("topic", topics);
    properties.putAll(TopicChannel.cursor());
    Map<String, Object> query =
        ordered("type", "object", "required", List.of("topic"), "properties", properties);
    return ordered(
        "action",
        "send",
        "channel",
        ordered("$ref", "#/channels/" + KEY),
        "bindings",
        TopicChannel.binding(query));
  }
}
