package io.tidings.sse.hub;

import io.tidings.sse.log.Entry;
import io.tidings.sse.wire.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way through a history into its stream. Made by a publisher, then used by the
 * storing thread; its outcome is read by the publisher when its batch is done.
 */
class Draft {

  /** What becomes of an event. */
  enum Kind {
    /** It is kept, and everyone may read it. */
    EVENT,
    /** It is the last of its topic. */
    END,
    /** It was held back, and its publisher does not wait for it. */
    HELD,
    /** It goes to some subscriptions, and is not kept. */
    DIRECT
  }

  final HubStream stream;
  final HubTopic topic;
  private final Kind kind;
  private final Frame frame;
  private final Order.Label label;
  private final List<Subscription> readers;

  // Used only under the stream's lock.
  private boolean awaited;

  // Written by the storing thread before the batch is done; read by the publisher after it.
  private long sequence = Order.NOT_STORED;
  private @Nullable RuntimeException failure;

  Draft(
      HubStream stream,
      HubTopic topic,
      Frame frame,
      Order.Label label,
      Kind kind,
      List<Subscription> readers) {
    this.stream = stream;
    this.topic = topic;
    this.frame = frame;
    this.label = label;
    this.kind = kind;
    this.readers = readers;
  }

  /**
   * Keeps its topic from being forgotten, and so its stream, until it is shown; false when the
   * topic is forgotten already. What is not kept needs no place in its topic.
   */
  boolean hold() {
    if (kind == Kind.DIRECT) {
      return true;
    }
    return stream.locked(
        () -> {
          awaited = topic.await();
          return awaited;
        });
  }

  /** It is shown, or never will be. */
  void letGo() {
    stream.locked(
        () -> {
          if (awaited) {
            topic.arrived();
            awaited = false;
            if (isLast()) {
              topic.finishEnd();
            }
          }
          return topic;
        });
  }

  /** The topic as it is now: it may have been forgotten, and made anew. */
  HubTopic presentTopic() {
    HubTopic present = stream.topics().get(topic.path);
    return present == null ? topic : present;
  }

  /** Fails when it cannot be stored any more, or not yet. */
  void requireOpen(HubTopic present) {
    present.requireOpen(stream);
    if (isLast()) { // what could not be stored comes first, when it is tried again
      stream.locked(present::requireNothingHeld);
    }
  }

  boolean isLast() {
    return kind == Kind.END;
  }

  /** What the history is to store: of an event for some subscriptions, that it takes a place. */
  History.Append toAppend() {
    boolean kept = kind != Kind.DIRECT;
    return new History.Append(
        stream.path(),
        kept ? topic.path : "",
        frame.type(),
        label.audience(),
        frame.payload(),
        label.key(),
        kept ? topic.definition.replay() : ReplayPolicy.NONE,
        isLast());
  }

  /** Lets readers see it at the place that the history has given it; under the stream's lock. */
  HubTopic show(History.Position position, long nanos) {
    HubTopic shown = presentTopic();
    if (position.repeated()) {
      sequence = Order.REPEATED;
      return shown;
    }
    sequence = position.sequence();
    Entry entry = new Entry(frame, sequence, nanos, label.audience());
    switch (kind) {
      case EVENT -> take(entry, shown);
      case HELD -> {
        take(entry, shown);
        stream.writer().announce(shown.path, frame.type(), sequence);
      }
      case END -> shown.endWith(entry);
      case DIRECT -> readers.forEach(reader -> reader.feed().direct(shown, entry));
    }
    stream.publishHead(sequence);
    return shown;
  }

  private void take(Entry entry, HubTopic shown) {
    shown.take(entry);
    stream.context().sight().counters().published.increment();
  }

  /** Wakes the subscriptions that it alone was for. */
  void signalReaders() {
    readers.forEach(Subscription::signal);
  }

  /** The history has nothing of its batch. */
  void notStored(RuntimeException reason) {
    fail(reason);
  }

  void fail(RuntimeException failure) {
    this.failure = failure;
  }

  /** Where it stands; throws what has kept it from being stored. */
  long outcome() {
    RuntimeException failed = failure;
    if (failed != null) {
      throw failed;
    }
    return sequence;
  }
}
