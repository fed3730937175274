package io.tidings.sse.hub;

import io.tidings.sse.event.Event;
import io.tidings.sse.event.EventId;
import io.tidings.sse.wire.EventEncoder;
import io.tidings.sse.wire.TopicLabel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a source has said, encoded once for all readers. Immutable: its bytes never change. */
final class Answer {

  final EventDefinition<?> event;
  final Object payload;
  final String type;
  final byte[] bytes;

  /** Whether its topic ends with it. */
  final boolean isLast;

  Answer(EventDefinition<?> event, Object payload, byte[] bytes, boolean isLast) {
    this.event = event;
    this.payload = payload;
    this.type = event.typeOf(payload);
    this.bytes = bytes;
    this.isLast = isLast;
  }

  /** Whether readers could not tell it from another one. */
  boolean saysTheSameAs(@Nullable Answer other) {
    return other != null && type.equals(other.type) && Arrays.equals(bytes, other.bytes);
  }

  /** The block of one reader, which takes it as its position if there is an id. */
  byte[] block(String topic, boolean labelled, @Nullable EventId id) {
    Event block =
        Event.of(new String(bytes, StandardCharsets.UTF_8))
            .withType(labelled ? TopicLabel.label(topic, type) : type);
    return EventEncoder.encode(id == null ? block : block.withId(id.toString()));
  }
}
