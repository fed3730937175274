package io.tidings.sse.hub;

import io.tidings.sse.wire.Frame;
import java.util.List;

/**
 * An event that was held back, on its way through a history: it was accepted, and its publisher
 * does not wait for it. Its window holds it again when it could not be stored.
 */
final class HeldDraft extends Draft {

  private final Window window;
  private final Frame frame;
  private final long order;

  HeldDraft(HubStream stream, Window window, Frame frame) {
    super(stream, window.topic, frame, window.label(), Kind.HELD, List.of());
    this.window = window;
    this.frame = frame;
    this.order = window.order();
  }

  @Override
  boolean hold() {
    window.leaves();
    return super.hold();
  }

  @Override
  void letGo() {
    stream.lock();
    try {
      window.arrived();
      super.letGo();
    } finally {
      stream.unlock();
    }
  }

  /** What was accepted may be stored also when its stream ends. */
  @Override
  void requireOpen(HubTopic present) {}

  @Override
  void notStored(RuntimeException reason) {
    super.notStored(reason);
    stream.lock();
    try {
      if (!stream.isClosed()) { // or nobody would release it
        window.holdAgain(frame, order);
      }
    } finally {
      stream.unlock();
    }
  }
}
