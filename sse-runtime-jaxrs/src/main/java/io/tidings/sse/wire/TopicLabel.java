package io.tidings.sse.wire;

import java.nio.charset.StandardCharsets;

/**
 * Puts a topic before the event type of frames that are already encoded: {@code price} becomes
 * {@code prices/ACME#price}. Immutable.
 */
public final class TopicLabel {

  private final byte[] start;

  private TopicLabel(byte[] start) {
    this.start = start;
  }

  /**
   * The label of a canonical topic.
   *
   * @param topic the topic
   * @return its label
   */
  public static TopicLabel of(String topic) {
    return new TopicLabel(("event: " + topic + '#').getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The event type that carries this label.
   *
   * @param topic the canonical topic
   * @param type the event type
   * @return the topic, a number sign and the event type
   */
  public static String label(String topic, String type) {
    return topic + '#' + type;
  }

  /**
   * The hub's own events name their topic in their data.
   *
   * @param type an event type
   * @return whether it is one of the application
   */
  public boolean appliesTo(String type) {
    return !type.startsWith("sse-");
  }

  /**
   * How many bytes a frame grows.
   *
   * @return bytes
   */
  public int length() {
    return start.length - FrameHeader.TYPE_OFFSET;
  }

  /**
   * Writes the labelled form of a frame, and says where it ends.
   *
   * @param frames holds the frame
   * @param from where the frame starts
   * @param to where it ends
   * @param target takes the labelled form
   * @param at where that starts
   * @return where that ends
   */
  public int write(byte[] frames, int from, int to, byte[] target, int at) {
    int rest = from + FrameHeader.TYPE_OFFSET;
    System.arraycopy(start, 0, target, at, start.length);
    System.arraycopy(frames, rest, target, at + start.length, to - rest);
    return at + start.length + to - rest;
  }
}
