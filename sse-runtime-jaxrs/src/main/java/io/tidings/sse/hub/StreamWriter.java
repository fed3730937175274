package io.tidings.sse.hub;

import io.tidings.sse.wire.Frame;
import io.tidings.sse.wire.FrameHeader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts events into one stream: encodes them outside its lock, numbers and appends them under it,
 * and signals readers after it. Safe for any thread; never waits for a reader.
 */
final class StreamWriter {

  /** What applications make without a definition of their own. */
  private static final EventDefinition<Object> ANY = EventDefinition.sealed(Object.class);

  private final HubStream stream;
  private final Order order;
  private final ConcurrentHashMap<String, FrameHeader> headers = new ConcurrentHashMap<>();

  StreamWriter(HubStream stream, Order order) {
    this.stream = stream;
    this.order = order;
  }

  /** Stores an event. */
  void publish(EventDefinition<?> event, String topicPath, Object payload, Order.Label label) {
    payloads().requireCodecFor(payload, topicPath);
    if (event.isConflated()) {
      publishInTime(event, topicPath, payload, label);
      return;
    }
    Frame frame = null;
    HubTopic topic;
    long sequence;
    do {
      topic = topicThatCarries(event, topicPath);
      if (frame == null && order.needsFrame(topic)) {
        frame = frame(topic, event, payload);
      }
      sequence = order.store(topic, frame, label);
    } while (sequence == Order.NOT_STORED);
    topic.signal();
    announce(topicPath, event, payload, sequence);
  }

  /** Stores an event at once, or when the interval of the one before it has passed. */
  private void publishInTime(
      EventDefinition<?> event, String topicPath, Object payload, Order.Label label) {
    Frame frame = frame(topicThatCarries(event, topicPath), event, payload);
    Duration interval = event.conflate().orElseThrow();
    HubTopic topic;
    long sequence;
    do {
      topic = stream.topic(topicPath);
      sequence = order.storeInTime(topic, frame, label, interval);
    } while (sequence == Order.NOT_STORED);
    topic.signal();
    announce(topicPath, event, payload, sequence);
  }

  /** Stores what a window holds, if anything; under the stream's lock. */
  Optional<Conflation.Stored> release(Window window) {
    Frame frame = window.release();
    if (frame == null) {
      return Optional.empty();
    }
    return order.release(window, frame);
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
      sequence = order.store(topic, frame, Order.Label.NONE);
    } while (sequence == Order.NOT_STORED);
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
    } while (order.store(topic, frame, Order.Label.NONE) == Order.NOT_STORED);
    topic.signal();
  }

  /** Sends an event to this client's connections alone, without storing it. */
  void publishTo(String client, EventDefinition<?> event, String topicPath, Object payload) {
    payloads().requireCodecFor(payload, topicPath);
    HubTopic topic = topicThatCarries(event, topicPath);
    List<Subscription> readers =
        stream.context().connections().of(client).stream()
            .filter(subscription -> subscription.reads(stream, topicPath))
            .toList();
    if (!readers.isEmpty()) {
      order.direct(topic, frame(topic, event, payload), readers);
      readers.forEach(Subscription::signal);
    }
  }

  /** Ends a topic; a later call changes nothing. */
  void complete(String topicPath) {
    HubTopic topic = stream.topic(topicPath);
    byte[] data = ControlBlocks.end(topicPath).getBytes(StandardCharsets.UTF_8);
    order.complete(topic, Frame.of(header(ControlBlocks.END), data)).signal();
  }

  private HubTopic topicThatCarries(EventDefinition<?> event, String topicPath) {
    HubTopic topic = stream.topic(topicPath);
    if (!topic.definition.carries(event)) {
      throw new IllegalArgumentException(
          "event must belong to topic " + topic.definition + "; was " + event.types());
    }
    return topic;
  }

  private Frame frame(HubTopic topic, EventDefinition<?> event, Object payload) {
    long limit = limitOf(topic.definition);
    byte[] bytes = payloads().encode(event, topic.path, payload, limit);
    return Frame.of(header(event.typeOf(payload)), bytes);
  }

  private long limitOf(TopicDefinition topic) {
    return stream.definition().limitsOf(topic).payload();
  }

  /** What every frame of this type begins with. */
  FrameHeader header(String type) {
    FrameHeader known = headers.get(type);
    return known != null
        ? known
        : headers.computeIfAbsent(type, fresh -> FrameHeader.of(fresh, stream.epoch()));
  }

  private Payloads payloads() {
    return stream.context().payloads();
  }

  private void announce(String topic, EventDefinition<?> event, Object payload, long sequence) {
    if (sequence > 0 && stream.context().notices().areWanted()) {
      announce(topic, event.typeOf(payload), sequence);
    }
  }

  /** Tells listeners of an event that has got its place. */
  void announce(String topic, String type, long sequence) {
    Notices notices = stream.context().notices();
    if (notices.areWanted()) {
      String id = stream.id(sequence).toString();
      notices.tellIfRoom(listener -> listener.published(stream.path(), topic, type, id));
    }
  }
}
