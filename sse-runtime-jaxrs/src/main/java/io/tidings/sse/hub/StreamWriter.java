package io.tidings.sse.hub;

import io.tidings.sse.log.Entry;
import io.tidings.sse.wire.Frame;
import io.tidings.sse.wire.FrameHeader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts events into one stream: encodes them outside its lock, numbers and appends them under it,
 * and signals readers after it. Safe for any thread; never waits for a reader.
 */
final class StreamWriter {

  private static final long NOT_STORED = -1;
  private static final long HELD = -2;

  /** What applications make without a definition of their own. */
  private static final EventDefinition<Object> ANY = EventDefinition.sealed(Object.class);

  private final HubStream stream;
  private final ConcurrentHashMap<String, FrameHeader> headers = new ConcurrentHashMap<>();

  StreamWriter(HubStream stream) {
    this.stream = stream;
  }

  /** Stores an event for everyone, or for one principal. */
  void publish(EventDefinition<?> event, String topicPath, Object payload, @Nullable String to) {
    payloads().requireCodecFor(payload, topicPath);
    if (event.isConflated()) {
      publishInTime(event, topicPath, payload, to);
      return;
    }
    Frame frame = null;
    HubTopic topic;
    long sequence;
    do {
      topic = topicThatCarries(event, topicPath);
      if (frame == null && topic.isWanted()) {
        frame = frame(topic, event, payload);
      }
      sequence = store(topic, frame, to);
    } while (sequence == NOT_STORED);
    topic.signal();
    announce(topicPath, event, payload, sequence);
  }

  /** Stores an event at once, or when the interval of the one before it has passed. */
  private void publishInTime(
      EventDefinition<?> event, String topicPath, Object payload, @Nullable String to) {
    Frame frame = frame(topicThatCarries(event, topicPath), event, payload);
    Duration interval = event.conflate().orElseThrow();
    HubTopic topic;
    long sequence;
    do {
      topic = stream.topic(topicPath);
      sequence = storeOrHold(topic, frame, to, interval);
    } while (sequence == NOT_STORED);
    if (sequence != HELD) {
      topic.signal();
      announce(topicPath, event, payload, sequence);
    }
  }

  private long storeOrHold(HubTopic topic, Frame frame, @Nullable String to, Duration interval) {
    stream.lock();
    try {
      requireOpen(topic);
      if (topic.isForgotten()) {
        return NOT_STORED;
      }
      return stream.conflation().holds(topic, frame, to, interval)
          ? HELD
          : append(topic, frame, to);
    } finally {
      stream.unlock();
    }
  }

  /** Stores what a window holds, if anything; under the stream's lock. */
  Optional<Conflation.Stored> release(Window window) {
    Frame frame = window.release();
    if (frame == null) {
      return Optional.empty();
    }
    long sequence = append(window.topic, frame, window.key.audience());
    return Optional.of(new Conflation.Stored(window.topic, frame.type(), sequence));
  }

  /** Tells readers and listeners of events that were held back; outside the lock. */
  void announce(List<Conflation.Stored> stored) {
    for (Conflation.Stored one : stored) {
      one.topic().signal();
      announce(one.topic().path, one.type(), one.sequence());
    }
  }

  /** What a source has said, encoded for everyone. */
  Answer encode(EventDefinition<?> event, String topicPath, PollResult<?> result) {
    Object payload = Objects.requireNonNull(result.value(), "value");
    payloads().requireCodecFor(payload, topicPath);
    long limit = limitOf(stream.topics().definitionOf(topicPath));
    byte[] bytes = payloads().encode(event, topicPath, payload, limit);
    return new Answer(event, payload, bytes, result.isLast());
  }

  /** Stores what a source has said, and says where in the stream's order. */
  long publish(String topicPath, Answer answer) {
    Frame frame = Frame.of(header(answer.type), answer.bytes);
    HubTopic topic;
    long sequence;
    do {
      topic = stream.topic(topicPath);
      sequence = store(topic, frame, null);
    } while (sequence == NOT_STORED);
    topic.signal();
    announce(topicPath, answer.event, answer.payload, sequence);
    return sequence;
  }

  /** Tells readers that a source has failed, in the order of the topic's events. */
  void publishError(String topicPath, Object body) {
    long limit = stream.topics().definitionOf(topicPath).limits().payload();
    byte[] bytes = payloads().encode(ANY, topicPath, body, limit);
    Frame frame = Frame.of(header(ControlBlocks.ERROR), bytes);
    HubTopic topic;
    do {
      topic = stream.topic(topicPath);
    } while (store(topic, frame, null) == NOT_STORED);
    topic.signal();
  }

  /** Numbers and appends an event; {@link #NOT_STORED} when the topic has changed meanwhile. */
  private long store(HubTopic topic, @Nullable Frame frame, @Nullable String to) {
    stream.lock();
    try {
      requireOpen(topic);
      if (topic.isForgotten() || (frame == null && topic.isWanted())) {
        return NOT_STORED;
      }
      return append(topic, frame, to);
    } finally {
      stream.unlock();
    }
  }

  /** Numbers and appends an event, or a number alone; under the stream's lock. */
  private long append(HubTopic topic, @Nullable Frame frame, @Nullable String to) {
    long sequence = stream.head() + 1;
    long now = stream.context().nanoTime();
    if (frame == null) {
      topic.log.skip(sequence);
    } else {
      topic.log.append(new Entry(frame, sequence, now, to));
    }
    topic.published(sequence, now);
    stream.publishHead(sequence);
    stream.context().sight().counters().published.increment();
    return sequence;
  }

  /** Sends an event to this client's connections alone, without storing it. */
  void publishTo(String client, EventDefinition<?> event, String topicPath, Object payload) {
    payloads().requireCodecFor(payload, topicPath);
    HubTopic topic = topicThatCarries(event, topicPath);
    List<Subscription> readers =
        stream.context().connections().of(client).stream()
            .filter(subscription -> subscription.reads(stream, topicPath))
            .toList();
    if (readers.isEmpty()) {
      return;
    }
    Frame frame = frame(topic, event, payload);
    stream.lock();
    try {
      requireOpen(topic);
      long sequence = stream.head() + 1;
      Entry entry = new Entry(frame, sequence, stream.context().nanoTime(), null);
      readers.forEach(reader -> reader.feed().direct(topic, entry));
      stream.publishHead(sequence);
    } finally {
      stream.unlock();
    }
    readers.forEach(Subscription::signal);
  }

  /** Ends a topic; a later call changes nothing. */
  void complete(String topicPath) {
    TopicDefinition definition = stream.topics().definitionOf(topicPath);
    byte[] data = ControlBlocks.end(topicPath).getBytes(StandardCharsets.UTF_8);
    Frame frame = Frame.of(header(ControlBlocks.END), data);
    long now = stream.context().nanoTime();
    List<Conflation.Stored> stored = new ArrayList<>();
    HubTopic completed =
        stream.locked(
            () -> {
              HubTopic topic = stream.topics().getOrCreate(topicPath, definition, now);
              if (!topic.isCompleted() && !stream.isClosed()) {
                stored.addAll(stream.conflation().flush(topic));
                appendLast(topic, new Entry(frame, stream.head() + 1, now, null));
              }
              return topic;
            });
    completed.signal();
    announce(stored);
  }

  private void appendLast(HubTopic topic, Entry entry) {
    topic.log.appendLast(entry);
    topic.published(entry.sequence(), entry.nanos());
    topic.complete(); // before the head: who sees the last frame sees that it is the last
    stream.publishHead(entry.sequence());
  }

  private HubTopic topicThatCarries(EventDefinition<?> event, String topicPath) {
    HubTopic topic = stream.topic(topicPath);
    if (!topic.definition.carries(event)) {
      throw new IllegalArgumentException(
          "event must belong to topic " + topic.definition + "; was " + event.types());
    }
    return topic;
  }

  private void requireOpen(HubTopic topic) {
    if (stream.isClosed()) {
      throw new HubClosedException(topic.path);
    }
    if (topic.isCompleted()) {
      throw new IllegalStateException(
          "topic must not have been completed before a publish; was " + topic.path);
    }
  }

  private Frame frame(HubTopic topic, EventDefinition<?> event, Object payload) {
    long limit = limitOf(topic.definition);
    byte[] bytes = payloads().encode(event, topic.path, payload, limit);
    return Frame.of(header(event.typeOf(payload)), bytes);
  }

  private long limitOf(TopicDefinition topic) {
    return stream.definition().limitsOf(topic).payload();
  }

  private FrameHeader header(String type) {
    FrameHeader known = headers.get(type);
    return known != null
        ? known
        : headers.computeIfAbsent(type, fresh -> FrameHeader.of(fresh, stream.epoch()));
  }

  private Payloads payloads() {
    return stream.context().payloads();
  }

  private void announce(String topic, EventDefinition<?> event, Object payload, long sequence) {
    if (stream.context().notices().areWanted()) {
      announce(topic, event.typeOf(payload), sequence);
    }
  }

  private void announce(String topic, String type, long sequence) {
    Notices notices = stream.context().notices();
    if (notices.areWanted()) {
      String id = stream.id(sequence).toString();
      notices.tellIfRoom(listener -> listener.published(stream.path(), topic, type, id));
    }
  }
}
