package io.tidings.sse.processor;

import io.tidings.sse.processor.ContractModel.Content;
import io.tidings.sse.processor.ContractModel.Message;
import io.tidings.sse.processor.ContractModel.TopicContract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One stream as an AsyncAPI 3.0 document, in the order of the interface. */
final class AsyncApiDocument {
  /** Where a document keeps the name of the interface that it was made from. */
  static final String INTERFACE = "x-sse-interface";

  private static final String JSON = "application/json";
  private static final String PLAIN = "text/plain";

  private final ContractModel contract;
  private final Map<String, Object> channels = new LinkedHashMap<>();
  private final Map<String, Object> operations = new LinkedHashMap<>();
  private final Map<String, Object> messages = new LinkedHashMap<>();

  private AsyncApiDocument(ContractModel contract) {
    this.contract = contract;
  }

  static Map<String, Object> of(ContractModel contract) {
    return new AsyncApiDocument(contract).document();
  }

  private Map<String, Object> document() {
    contract.topics().forEach(this::addTopic);
    ProtocolMessages.addTo(messages, contract.stream());
    CollectionChannel collection = new CollectionChannel(contract);
    channels.put(CollectionChannel.KEY, collection.channel(messages.keySet()));
    operations.put(CollectionChannel.OPERATION, collection.operation());
    Map<String, Object> schemas = new LinkedHashMap<>();
    contract.schemas().forEach(one -> schemas.put(one.name(), SchemaDocument.of(one)));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("asyncapi", "3.0.0");
    document.put("info", info());
    document.put("defaultContentType", JSON);
    document.put("channels", channels);
    document.put("operations", operations);
    document.put("components", ordered("messages", messages, "schemas", schemas));
    return document;
  }

  private Map<String, Object> info() {
    Map<String, Object> info = ordered("title", contract.stream().names().stem());
    info.put("version", "1.0.0");
    if (!contract.stream().documentation().isEmpty()) {
      info.put("description", contract.stream().documentation().plain());
    }
    String type = contract.stream().origin().getQualifiedName().toString();
    info.put(INTERFACE, type);
    return info;
  }

  private void addTopic(TopicContract topic) {
    String name = topic.topic().name();
    Map<String, Object> own = new LinkedHashMap<>();
    topic.messages().forEach(message -> own.put(message.eventType(), document(message)));
    HeartbeatContract.of(topic.topic())
        .ifPresent(one -> own.put(one.event(), ProtocolMessages.heartbeat(one)));
    TopicChannel channel = new TopicChannel(contract, topic);
    own.forEach((type, message) -> messages.put(name + "." + key(type), message));
    Map<String, Object> references = new LinkedHashMap<>();
    own.keySet().forEach(type -> references.put(key(type), reference(name + "." + key(type))));
    ProtocolMessages.of(topic.topic()).forEach(type -> references.put(type, reference(type)));
    channels.put(name, channel.channel(references));
    operations.put("send" + name, channel.operation(references.keySet()));
  }

  private static Map<String, Object> document(Message message) {
    Map<String, Object> document = ordered("name", message.eventType());
    if (!message.text().isEmpty()) {
      document.put("description", message.text().plain());
    }
    document.put("contentType", message.content() == Content.JSON ? JSON : PLAIN);
    Map<String, Object> payload = SchemaDocument.of(message.payload());
    document.put("payload", payload);
    return document;
  }

  static Map<String, Object> reference(String message) {
    return ordered("$ref", "#/components/messages/" + message);
  }

  /** An event type as a key, which may only have letters, digits and few signs. */
  static String key(String eventType) {
    StringBuilder key = new StringBuilder();
    for (int point : eventType.codePoints().toArray()) {
      boolean plain = point < 128 && (Character.isLetterOrDigit(point) || "-_".indexOf(point) >= 0);
      key.append(plain ? Character.toString(point) : ".%x.".formatted(point));
    }
    return key.toString();
  }

  /** A map of keys and values, in that order. */
  static Map<String, Object> ordered(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  /** What stands at the end of the references in a channel: {@code #/channels/X/messages/…}. */
  static List<Map<String, Object>> references(String channel, Iterable<String> keys) {
    List<Map<String, Object>> references = new ArrayList<>();
    keys.forEach(
        key -> references.add(ordered("$ref", "#/channels/" + channel + "/messages/" + key)));
    return references;
  }
}
