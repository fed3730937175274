package io.tidings.sse.hub;

import io.tidings.sse.wire.Frame;
import org.jspecify.annotations.Nullable;

/**
 * The time after an event of one type in one topic in which the next ones wait, and the newest of
 * them. Used under the stream's lock.
 */
final class Window {

  /** Whose events wait for each other; those for one principal do not wait for anyone else's. */
  record Key(String type, @Nullable String audience) {}

  final HubTopic topic;
  final Key key;
  private long end;
  private @Nullable Frame newest;
  private @Nullable String newestKey;
  private long order;
  private int leaving;

  Window(HubTopic topic, Key key) {
    this.topic = topic;
    this.key = key;
  }

  /** From now on it lasts until this time. */
  void lastUntil(long nanos) {
    end = nanos;
  }

  /** Nanoseconds until it ends; none or fewer when it has ended. */
  long left(long nanos) {
    return end - nanos;
  }

  /** Holds this event instead of the one before; the order says which windows' newest is newer. */
  void hold(Frame frame, @Nullable String frameKey, long order) {
    this.newest = frame;
    this.newestKey = frameKey;
    this.order = order;
  }

  /** Holds what could not be stored, unless something newer has come. */
  void holdAgain(Frame frame, long order) {
    if (this.order == order) {
      newest = frame;
    }
  }

  /** What it has held is being stored: until then it does not end, as it may have to hold it. */
  void leaves() {
    leaving++;
  }

  /** What it has held is stored, or was not. */
  void arrived() {
    leaving--;
  }

  boolean isStoring() {
    return leaving > 0;
  }

  boolean isHolding() {
    return newest != null;
  }

  long order() {
    return order;
  }

  /** Whom the newest event reaches, and how it is told from its repetition. */
  Order.Label label() {
    return new Order.Label(key.audience(), newestKey);
  }

  /** The newest event, which is not held any more. */
  @Nullable Frame release() {
    Frame released = newest;
    newest = null;
    return released;
  }
}
