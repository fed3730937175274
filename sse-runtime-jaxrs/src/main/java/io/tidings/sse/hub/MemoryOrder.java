package io.tidings.sse.hub;

import io.tidings.sse.log.Entry;
import io.tidings.sse.wire.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The order of a stream that lives in memory alone: one counter under the stream's lock. */
final class MemoryOrder implements Order {

  private final HubStream stream;

  // Used only under the stream's lock.
  private final KeyWindow keys = new KeyWindow(History.KEYS);

  MemoryOrder(HubStream stream) {
    this.stream = stream;
  }

  @Override
  public boolean needsFrame(HubTopic topic) {
    return topic.isWanted();
  }

  @Override
  public long store(HubTopic topic, @Nullable Frame frame, Label label) {
    stream.lock();
    try {
      topic.requireOpen(stream);
      if (topic.isForgotten() || (frame == null && topic.isWanted())) {
        return NOT_STORED;
      }
      return isRepeated(topic, label) ? REPEATED : append(topic, frame, label);
    } finally {
      stream.unlock();
    }
  }

  @Override
  public long storeInTime(HubTopic topic, Frame frame, Label label, Duration interval) {
    stream.lock();
    try {
      topic.requireOpen(stream);
      if (topic.isForgotten()) {
        return NOT_STORED;
      }
      if (isRepeated(topic, label)) {
        return REPEATED;
      }
      boolean holds = stream.conflation().holds(topic, frame, label, interval);
      return holds ? HELD : append(topic, frame, label);
    } finally {
      stream.unlock();
    }
  }

  @Override
  public Optional<Conflation.Stored> release(Window window, Frame frame) {
    long sequence = append(window.topic, frame, window.label());
    return Optional.of(new Conflation.Stored(window.topic, frame.type(), sequence));
  }

  private boolean isRepeated(HubTopic topic, Label label) {
    String key = label.key();
    return key != null && !keys.add(topic.path, key);
  }

  /** Numbers and appends an event, or a number alone; under the stream's lock. */
  private long append(HubTopic topic, @Nullable Frame frame, Label label) {
    long sequence = stream.head() + 1;
    long now = stream.context().nanoTime();
    if (frame == null) {
      topic.log.skip(sequence);
    } else {
      topic.log.append(new Entry(frame, sequence, now, label.audience()));
    }
    topic.published(sequence, now);
    stream.publishHead(sequence);
    stream.context().sight().counters().published.increment();
    return sequence;
  }

  @Override
  public void direct(HubTopic topic, Frame frame, List<Subscription> readers) {
    stream.lock();
    try {
      topic.requireOpen(stream);
      long sequence = stream.head() + 1;
      Entry entry = new Entry(frame, sequence, stream.context().nanoTime(), null);
      readers.forEach(reader -> reader.feed().direct(topic, entry));
      stream.publishHead(sequence);
    } finally {
      stream.unlock();
    }
  }

  @Override
  public HubTopic complete(HubTopic topic, Frame frame) {
    List<Conflation.Stored> held = new ArrayList<>();
    HubTopic completed = stream.locked(() -> complete(topic, frame, held));
    stream.writer().announce(held);
    return completed;
  }

  private HubTopic complete(HubTopic topic, Frame frame, List<Conflation.Stored> held) {
    long now = stream.context().nanoTime();
    HubTopic completed =
        stream.topics().getOrCreate(topic.path, topic.definition, KeptTopics.none(stream), now);
    if (!completed.isCompleted() && !stream.isClosed()) {
      held.addAll(stream.conflation().flush(completed));
      long sequence = stream.head() + 1;
      completed.endWith(new Entry(frame, sequence, now, null));
      stream.publishHead(sequence);
    }
    return completed;
  }
}
