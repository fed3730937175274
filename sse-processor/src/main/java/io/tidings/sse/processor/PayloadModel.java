package io.tidings.sse.processor;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/** What an event carries, and under which event types. */
sealed interface PayloadModel {

  /** The declared type of the payload. */
  TypeMirror type();

  /** The event types that it can have on the wire. */
  List<String> eventTypes();

  /** One event type for all values. */
  record Plain(TypeMirror type, String eventType) implements PayloadModel {
    @Override
    public List<String> eventTypes() {
      return List.of(eventType);
    }
  }

  /** A sealed type: one event type for each permitted leaf. */
  record Sealed(TypeMirror type, List<Leaf> leaves) implements PayloadModel {
    @Override
    public List<String> eventTypes() {
      return leaves.stream().map(Leaf::eventType).toList();
    }
  }

  /** One permitted type of a sealed payload. */
  record Leaf(TypeMirror type, String eventType) {}
}
