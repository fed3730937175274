package io.tidings.sse.hub;

import io.tidings.sse.event.Event;
import io.tidings.sse.log.Entry;
import io.tidings.sse.log.Retention;
import io.tidings.sse.wire.EventEncoder;
import io.tidings.sse.wire.Frame;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Blocks that an application writes for one subscription alone, in a log of its own: nothing is
 * numbered, kept or repeated. Safe for any thread; never waits for the reader.
 */
public final class DirectStream {

  static final TopicDefinition TOPIC =
      TopicDefinition.of("Direct", "direct").withReplay(ReplayPolicy.NONE);

  static final StreamDefinition DEFINITION =
      StreamDefinition.of(DirectStream.class, "/direct").withTopic(TOPIC);

  private final HubStream stream;
  private final HubTopic topic;
  private final Subscription subscription;
  private final Runnable atEnd;
  private final ReentrantLock endLock = new ReentrantLock();

  // Guarded by the end lock.
  private @Nullable CloseReason end;
  private @Nullable CompletableFuture<CloseReason> done;

  private DirectStream(
      HubStream stream, HubTopic topic, Subscription subscription, Runnable atEnd) {
    this.stream = stream;
    this.topic = topic;
    this.subscription = subscription;
    this.atEnd = atEnd;
  }

  /** A stream for one client; runs the action once it has ended. */
  static DirectStream of(
      DirectRequest request, String clientId, HubContext context, Runnable atEnd) {
    HubStream stream = new HubStream(request.path(), DEFINITION, context.inMemory());
    HubTopic topic = topic(request.terms().topic(), context.nanoTime());
    SubscriptionRequest subscribed =
        new SubscriptionRequest(
            DEFINITION,
            request.path(),
            List.of(topic.path),
            false,
            null,
            clientId,
            request.principal());
    Joining joining = new Joining(stream, subscribed, List.of(topic), Missing.NOTHING, clientId);
    Subscription subscription =
        stream.locked(
            () -> {
              topic.reserve(context.nanoTime());
              return new Subscription(joining);
            });
    DirectStream direct = new DirectStream(stream, topic, subscription, atEnd);
    subscription.whenEnded(direct::ended);
    return direct;
  }

  /**
   * What a transport reads.
   *
   * @return the only subscription
   */
  public Subscription subscription() {
    return subscription;
  }

  /**
   * Appends one block.
   *
   * @param event the block
   * @throws ConnectionClosedException when the connection was closed
   * @throws PayloadTooLargeException when its data is larger than allowed; the connection stays
   */
  public void send(Event event) {
    byte[] block = EventEncoder.encode(event);
    long limit = topic.definition.limits().payload();
    if (limit > 0 && block.length > limit) { // the data is smaller than its block
      requireFit(event.data(), limit);
    }
    append(Frame.ofBlock(block));
    topic.signal();
  }

  private void requireFit(@Nullable String data, long limit) {
    int bytes = data == null ? 0 : data.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > limit) {
      throw new PayloadTooLargeException(stream.path(), bytes, limit);
    }
  }

  private void append(Frame frame) {
    stream.lock();
    try {
      CloseReason closed = closed();
      if (closed != null) {
        throw new ConnectionClosedException(stream.path(), closed);
      }
      long sequence = stream.head() + 1;
      long now = stream.context().nanoTime();
      topic.log.append(new Entry(frame, sequence, now, null));
      topic.published(sequence, now);
      stream.publishHead(sequence);
    } finally {
      stream.unlock();
    }
  }

  /**
   * What the hub's codec makes of an object.
   *
   * @param payload the object
   * @return JSON
   * @throws PayloadEncodingException when the codec cannot write it
   */
  public String json(Object payload) {
    return stream.context().payloads().json(stream.path(), payload);
  }

  private static HubTopic topic(TopicDefinition definition, long nanos) {
    Retention memory = HubTopic.retention(definition, definition.replay());
    return HubTopic.of("direct", definition, memory, 0, nanos);
  }

  /** Takes nothing more; what was sent still goes out, then the response ends cleanly. */
  public void close() {
    stream.locked(
        () -> {
          topic.complete();
          return topic;
        });
    topic.signal();
  }

  /**
   * Whether anything can be sent.
   *
   * @return false from the first moment of its end, whoever has begun it
   */
  public boolean isOpen() {
    return closed() == null;
  }

  private @Nullable CloseReason closed() {
    if (subscription.closing().isPresent()) {
      return subscription.closing().get();
    }
    if (topic.isCompleted()) {
      return CloseReason.CLOSED_BY_SERVER;
    }
    if (subscription.isDraining()) {
      return CloseReason.HUB_CLOSED;
    }
    return ended();
  }

  private @Nullable CloseReason ended() {
    endLock.lock();
    try {
      return end;
    } finally {
      endLock.unlock();
    }
  }

  /**
   * The end of the connection.
   *
   * @return completes with the reason, on a thread that delivers nothing
   */
  public CompletionStage<CloseReason> done() {
    endLock.lock();
    try {
      CompletableFuture<CloseReason> asked = done;
      if (asked == null) {
        asked = new CompletableFuture<>();
        done = asked;
        if (end != null) {
          asked.complete(end);
        }
      }
      return asked.minimalCompletionStage();
    } finally {
      endLock.unlock();
    }
  }

  private void ended(CloseReason reason) {
    atEnd.run();
    CompletableFuture<CloseReason> asked;
    endLock.lock();
    try {
      end = reason;
      asked = done;
    } finally {
      endLock.unlock();
    }
    if (asked != null) { // whoever waits may do anything, so it is not done on a delivery thread
      Runnable telling = () -> asked.complete(reason);
      stream.context().environment().threads().newThread(telling).start();
    }
  }
}
