package io.tidings.sse.wire;

import io.tidings.sse.event.Event;
import io.tidings.sse.event.EventId;
import java.nio.charset.StandardCharsets;

/**
 * What every frame of one event type begins with: its {@code event} line, and its {@code id} line
 * up to the sequence. Immutable.
 */
public final class FrameHeader {

  /** Where the event type stands in a frame. */
  static final int TYPE_OFFSET = "event: ".length();

  private final String type;
  private final byte[] bytes;

  private FrameHeader(String type, byte[] bytes) {
    this.type = type;
    this.bytes = bytes;
  }

  /**
   * The header of an event type in a stream with this epoch.
   *
   * @param type the event type
   * @param epoch names the history
   * @return the header
   */
  public static FrameHeader of(String type, String epoch) {
    Event.empty().withType(type).withId(new EventId(epoch, 0).toString());
    String text = "event: " + type + "\nid: " + epoch + '-';
    return new FrameHeader(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The event type.
   *
   * @return the event type
   */
  public String type() {
    return type;
  }

  int length() {
    return bytes.length;
  }

  int write(byte[] target, int at) {
    System.arraycopy(bytes, 0, target, at, bytes.length);
    return at + bytes.length;
  }
}
