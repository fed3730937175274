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
      if (topic.isForgotten()) {
        return NOT_STORED;
      }
      if (stream.conflation().holds(topic, frame, label, interval)) {
        return HELD;
      }
    } finally {
      stream.unlock();
    }
    return store(topic, frame, label);
  }

  @Override
  public Optional<Conflation.Stored> release(HubTopic topic, Frame frame, Label label) {
    Draft draft = new Draft(stream, topic, frame, label, Draft.Kind.HELD, List.of());
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
      stream.locked(() -> stream.conflation().flush(held));
      commits.store(new Draft(stream, ending, frame, Label.NONE, Draft.Kind.END, List.of()));
      if (ending.isForgotten()) {
        ending = stream.topic(topic.path);
      }
    }
    return ending;
  }
}
