package io.tidings.sse.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An AsyncAPI document as somebody may have left it: what is missing or odd is empty. */
record DocumentView(Map<?, ?> root) {

  static Map<?, ?> map(@Nullable Object owner, String key) {
    return owner instanceof Map<?, ?> map && map.get(key) instanceof Map<?, ?> inner
        ? inner
        : Map.of();
  }

  static List<String> texts(@Nullable Object owner, String key) {
    return list(owner, key).stream().map(String::valueOf).toList();
  }

  static List<?> list(@Nullable Object owner, String key) {
    return owner instanceof Map<?, ?> map && map.get(key) instanceof List<?> list
        ? list
        : List.of();
  }

  static String text(@Nullable Object owner, String key) {
    return owner instanceof Map<?, ?> map && map.get(key) instanceof String text ? text : "";
  }

  /** The topics, by template. */
  Map<String, Map<?, ?>> channels() {
    Map<String, Map<?, ?>> channels = new LinkedHashMap<>();
    map(root, "channels")
        .forEach(
            (name, value) -> {
              String template = text(value, TopicChannel.TEMPLATE);
              if (value instanceof Map<?, ?> channel && !template.isEmpty()) {
                channels.put(template, channel);
              }
            });
    return channels;
  }

  /** The messages of a channel, by event type, without those of the protocol. */
  Map<String, Map<?, ?>> messages(Map<?, ?> channel) {
    Map<String, Map<?, ?>> messages = new LinkedHashMap<>();
    for (Object value : map(channel, "messages").values()) {
      Map<?, ?> message = resolved(value);
      String type = text(message, "name");
      if (!type.isEmpty() && !ProtocolMessages.isOne(type)) {
        messages.put(type, message);
      }
    }
    return messages;
  }

  /** What a reference points at, or the value itself. */
  Map<?, ?> resolved(@Nullable Object value) {
    String reference = text(value, "$ref");
    if (!reference.startsWith("#/")) {
      return value instanceof Map<?, ?> map ? map : Map.of();
    }
    Object target = root;
    for (String step : List.of(reference.substring(2).split("/", -1))) {
      target = target instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return target instanceof Map<?, ?> map && !map.containsKey("$ref") ? map : Map.of();
  }
}
