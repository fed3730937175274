package io.tidings.sse.hub;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Lets clients into one stream and out of it, under its lock. Safe for any thread. */
final class StreamReaders {

  private final HubStream stream;

  StreamReaders(HubStream stream) {
    this.stream = stream;
  }

  /** Takes a client in; empty when all its topics have ended and it has seen everything. */
  Optional<Subscription> join(SubscriptionRequest request, String clientId) {
    List<TopicAddress> addresses =
        request.topics().stream()
            .map(path -> new TopicAddress(stream.topics().definitionOf(path), path))
            .toList();
    addresses.forEach(address -> stream.context().registry().require(address.topic()));
    Optional<Subscription> joined = stream.locked(() -> joinLocked(request, clientId, addresses));
    joined.ifPresent(this::begin);
    return joined;
  }

  private void begin(Subscription subscription) {
    subscription.feed().begin();
    subscription.topics().forEach(stream.polls()::update);
  }

  private Optional<Subscription> joinLocked(
      SubscriptionRequest request, String clientId, List<TopicAddress> addresses) {
    long now = stream.context().nanoTime();
    List<HubTopic> topics =
        addresses.stream()
            .map(address -> stream.topics().getOrCreate(address.path(), address.topic(), now))
            .toList();
    topics.forEach(topic -> topic.log.trim(now));
    Joining joining = new Joining(stream, request, topics, clientId);
    if (joining.hasSeenEverything()) {
      return Optional.empty();
    }
    topics.forEach(topic -> topic.reserve(now));
    return Optional.of(new Subscription(joining));
  }

  /** Lets a subscription's lane be signalled; false when the subscription has ended meanwhile. */
  boolean open(Subscription subscription, Executor lane) {
    return stream.locked(
        () -> {
          if (!subscription.isOpen()) {
            return false;
          }
          for (TopicReader reader : subscription.feed().readers()) {
            ReaderGroup group = reader.topic.join(lane);
            reader.joined(group);
            lane.execute(() -> group.add(reader));
          }
          stream.context().notices().tell(listener -> listener.subscribed(subscription));
          return true;
        });
  }

  /** Ends what {@link #join} and {@link #open} began, and says whether it had been opened. */
  boolean leave(Subscription subscription, @Nullable Executor lane) {
    boolean left = leaveLocked(subscription, lane);
    subscription.topics().forEach(stream.polls()::update);
    return left;
  }

  private boolean leaveLocked(Subscription subscription, @Nullable Executor lane) {
    return stream.locked(
        () -> {
          boolean wasOpen = false;
          for (TopicReader reader : subscription.feed().readers()) {
            wasOpen |= leave(reader, lane);
          }
          return wasOpen;
        });
  }

  private boolean leave(TopicReader reader, @Nullable Executor lane) {
    if (!reader.isDirect()) {
      reader.topic.release(stream.context().nanoTime());
    }
    ReaderGroup group = reader.group();
    if (group == null || lane == null) {
      return false;
    }
    reader.topic.leave(group);
    lane.execute(() -> group.remove(reader));
    return true;
  }

  /** Moves an overtaken reader to the oldest event that it may still see. */
  void rescue(TopicReader reader) {
    stream.locked(
        () -> {
          reader.topic.log.rescue(reader.cursor);
          return null;
        });
  }
}
