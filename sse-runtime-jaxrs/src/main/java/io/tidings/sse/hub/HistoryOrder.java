package io.tidings.sse.hub;

import io.tidings.sse.wire.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The order of a stream with a history, which gives the places: stored first, then shown. */
final class HistoryOrder implements Order {

  private final HubStream stream;
  private final Commits commits;

  // Used only under the stream's lock.
  /** Of conflated events that went to the history at once: it knows what has become of them. */
  private final KeyWindow sent = new KeyWindow(History.KEYS);

  /** Of events that were held back: they were accepted, also those that were replaced. */
  private final KeyWindow held = new KeyWindow(History.KEYS);

  HistoryOrder(HubStream stream, Commits commits) {
    this.stream = stream;
    this.commits = commits;
  }

  /** Always, because a reader may come while the event is being stored. */
  @Override
  public boolean needsFrame(HubTopic topic) {
    return true;
  }

  @Override
  public long store(HubTopic topic, @Nullable Frame frame, Label label) {
    return frame == null
        ? NOT_STORED
        : commits.store(new Draft(stream, topic, frame, label, Draft.Kind.EVENT, List.of()));
  }

  @Override
  public long storeInTime(HubTopic topic, Frame frame, Label label, Duration interval) {
    stream.lock();
    try {
      topic.requireOpen(stream);
      if (topic.isEnding()) {
        throw topic.isOver();
      }
      if (topic.isForgotten()) {
        return NOT_STORED;
      }
      String key = label.key();
      if (key != null && held.has(topic.path, key)) {
        return REPEATED;
      }
      if (holds(topic, frame, label, interval)) {
        return HELD;
      }
    } finally {
      stream.unlock();
    }
    return store(topic, frame, label);
  }

  /** Never what was sent before: it would take the place of what is newer. */
  private boolean holds(HubTopic topic, Frame frame, Label label, Duration interval) {
    String key = label.key();
    if (key != null && sent.has(topic.path, key)) {
      return false;
    }
    boolean holds = stream.conflation().holds(topic, frame, label, interval);
    if (key != null) {
      (holds ? held : sent).add(topic.path, key);
    }
    return holds;
  }

  @Override
  public Optional<Conflation.Stored> release(Window window, Frame frame) {
    Draft draft = new HeldDraft(stream, window, frame);
    draft.hold();
    var unused = commits.submit(draft);
    return Optional.empty();
  }

  @Override
  public void direct(HubTopic topic, Frame frame, List<Subscription> readers) {
    commits.store(new Draft(stream, topic, frame, Label.NONE, Draft.Kind.DIRECT, readers));
  }

  @Override
  public HubTopic complete(HubTopic topic, Frame frame) {
    HubTopic ending = topic;
    while (!ending.isCompleted() && !stream.isClosed()) {
      HubTopic held = ending;
      stream.locked(
          () -> {
            held.beginEnd();
            return stream.conflation().flush(held);
          });
      commits.store(new Draft(stream, ending, frame, Label.NONE, Draft.Kind.END, List.of()));
      if (ending.isForgotten()) {
        ending = stream.topic(topic.path);
      }
    }
    return ending;
  }
}
