package io.tidings.sse.hub;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Lets clients into one stream and out of it, under its lock. Safe for any thread. */
final class StreamReaders {

  private final HubStream stream;
  private final Seats seats;

  StreamReaders(HubStream stream) {
    this.stream = stream;
    this.seats = new Seats(stream);
  }

  /** Takes a client in, unless it has seen everything or there is no room. */
  Turnout join(SubscriptionRequest request, String clientId) {
    List<TopicAddress> addresses =
        request.topics().stream()
            .map(path -> new TopicAddress(stream.topics().definitionOf(path), path))
            .toList();
    addresses.forEach(address -> stream.context().registry().require(address.topic()));
    Turnout turnout = lookUpAndJoin(request, clientId, addresses);
    if (turnout.full() == Admission.Limit.TOPICS && stream.context().reclaim()) {
      turnout = lookUpAndJoin(request, clientId, addresses);
    }
    Subscription joined = turnout.subscription();
    if (joined != null) {
      begin(joined);
    }
    return turnout;
  }

  private void begin(Subscription subscription) {
    try {
      subscription.feed().begin();
      subscription.topics().forEach(stream.polls()::update);
    } catch (RuntimeException | Error e) {
      subscription.ended(CloseReason.FAILED); // or it would keep its seat for ever
      throw e;
    }
  }

  /** Topics may have to be looked up in a history, and again when one was forgotten meanwhile. */
  private Turnout lookUpAndJoin(
      SubscriptionRequest request, String clientId, List<TopicAddress> addresses) {
    Turnout turnout = null;
    while (turnout == null) {
      Missing missing = Missing.of(stream, request, addresses);
      KeptTopics kept = KeptTopics.of(stream, request.topics());
      turnout = stream.locked(() -> joinLocked(request, clientId, addresses, kept, missing));
    }
    return turnout;
  }

  /** Null when a topic was forgotten at this moment, or some of what was in memory. */
  private @Nullable Turnout joinLocked(
      SubscriptionRequest request,
      String clientId,
      List<TopicAddress> addresses,
      KeptTopics kept,
      Missing missing) {
    long now = stream.context().nanoTime();
    stream.topics().sweepIfMany(now);
    if (kept.isOutdated() || missing.isOutdated()) {
      return null;
    }
    if (Joining.hasSeenEverything(stream, request, kept)) {
      return Turnout.finished();
    }
    Optional<Admission.Limit> full = seats.full(addresses, request.claimant(clientId));
    if (full.isPresent()) {
      return Turnout.refused(full.get());
    }
    return stream
        .topics()
        .getOrCreate(addresses, kept, now)
        .map(topics -> joined(new Joining(stream, request, topics, missing, clientId)))
        .orElse(Turnout.refused(Admission.Limit.TOPICS));
  }

  private Turnout joined(Joining joining) {
    long now = joining.nanoTime();
    joining.topics().forEach(topic -> topic.log.trim(now));
    Subscription subscription = new Subscription(joining); // nothing is taken if this fails
    joining.topics().forEach(topic -> topic.reserve(now));
    seats.take(subscription.templates(), subscription.claimant());
    return Turnout.joined(subscription);
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
          seats.leave(subscription.templates(), subscription.claimant());
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
