package io.tidings.sse.hub;

import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Turns payloads into UTF-8 text with the hub's codec. Safe for any thread, used under no lock. */
final class Payloads {

  /** A codec and the application that gave it; null when it was given to the hub itself. */
  private record Bound(PayloadCodec codec, @Nullable Object owner) {}

  private final AtomicReference<@Nullable Bound> bound = new AtomicReference<>();

  Payloads(@Nullable PayloadCodec codec) {
    if (codec != null) {
      bound.set(new Bound(codec, null));
    }
  }

  /** Whether the hub uses an application's codec, not one of its own. */
  boolean bind(PayloadCodec codec, Object application) {
    if (bound.compareAndSet(null, new Bound(codec, application))) {
      return true;
    }
    Bound first = bound.get();
    if (first != null && first.owner() != null && !first.owner().equals(application)) {
      throw new IllegalStateException(
          "hub must have one codec; was given a second by "
              + application
              + ". Two applications on one hub need Hub.builder().codec(…), or a hub each.");
    }
    return first != null && first.owner() != null;
  }

  /** Fails unless this payload can be tried. */
  void requireCodecFor(Object payload, String topic) {
    if (bound.get() == null && !(payload instanceof String) && !(payload instanceof byte[])) {
      throw withoutCodec(topic);
    }
  }

  private static IllegalStateException withoutCodec(String topic) {
    return new IllegalStateException(
        "hub must have a codec to publish to "
            + topic
            + "; was published before the application had started. Publish later, or give the"
            + " hub one: Hub.builder().codec(…).");
  }

  byte[] encode(EventDefinition<?> event, String topic, Object payload, long limit) {
    byte[] bytes = bytes(event, topic, payload);
    if (limit > 0 && bytes.length > limit) {
      throw new PayloadTooLargeException(topic, bytes.length, limit);
    }
    return bytes;
  }

  /** What the codec makes of a payload that belongs to no event type. */
  String json(String subject, Object payload) {
    if (bound.get() == null) {
      throw withoutCodec(subject);
    }
    try {
      return new String(coded(payload.getClass(), payload), StandardCharsets.UTF_8);
    } catch (Exception | LinkageError | StackOverflowError e) {
      throw new PayloadEncodingException(subject, payload, e);
    }
  }

  private byte[] bytes(EventDefinition<?> event, String topic, Object payload) {
    if (payload instanceof byte[] raw) {
      return Base64.getEncoder().encode(raw);
    }
    try {
      return payload instanceof String text
          ? utf8(text)
          : coded(event.payloadTypeOf(payload), payload);
    } catch (Exception | LinkageError | StackOverflowError e) {
      throw new PayloadEncodingException(topic, payload, e);
    }
  }

  private byte[] coded(Type type, Object payload) throws Exception {
    Bound current = bound.get();
    if (current == null) {
      throw new IllegalStateException("codec must be there; was not");
    }
    byte[] bytes = current.codec().encode(payload, type);
    if (bytes == null) {
      throw new IllegalStateException("codec must return bytes; was null");
    }
    return bytes;
  }

  /** The payload that was encoded, for a filter. */
  Object decode(byte[] data, Type type) throws Exception {
    if (type == String.class) {
      return new String(data, StandardCharsets.UTF_8);
    }
    if (type == byte[].class) {
      return Base64.getDecoder().decode(data);
    }
    Bound current = bound.get();
    if (current == null) {
      throw new IllegalStateException(
          "hub must have a codec to filter "
              + type
              + "; has none. Give it one: Hub.builder().codec(…)");
    }
    Object payload = current.codec().decode(data, type);
    if (payload == null) {
      throw new IllegalStateException("codec must return a payload; was null");
    }
    return payload;
  }

  private static byte[] utf8(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        boolean paired = i + 1 < text.length();
        if (!paired || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          throw new IllegalArgumentException(
              "text must not contain lone surrogates; was one at index " + i);
        }
        i++;
      }
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
