package io.tidings.sse.wire;

import io.tidings.sse.event.Event;
import java.nio.charset.StandardCharsets;

/** Turns an {@link Event} into the bytes of one block. Safe for any thread. */
public final class EventEncoder {

  private EventEncoder() {}

  /**
   * The block as UTF-8, with its blank line at the end.
   *
   * @param event the block
   * @return an array of its own
   */
  public static byte[] encode(Event event) {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
