package io.tidings.sse.hub;

import io.tidings.sse.event.Event;

/** The rules that names on the wire keep; a broken one is an {@link IllegalArgumentException}. */
final class Names {

  private Names() {}

  /** The hub's own event types start with {@code sse-}: a reader must be able to trust them. */
  static String eventType(String type) {
    Event.empty().withType(type);
    if (type.isEmpty() || type.startsWith("sse-")) {
      throw new IllegalArgumentException(
          "event type must be neither empty nor start with sse-; was \"" + type + '"');
    }
    return type;
  }
}
