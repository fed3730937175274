package io.tidings.sse.hub;

import io.tidings.sse.event.EventId;
import io.tidings.sse.log.Cursor;
import io.tidings.sse.log.CursorView;
import io.tidings.sse.log.TopicLog;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A client on its way into a stream: finds where each of its cursors starts, and what it has lost.
 * Lives for one call, under the stream's lock.
 */
record Joining(
    HubStream stream, SubscriptionRequest request, List<HubTopic> topics, String clientId) {

  /** Whether every topic has ended and the client has seen all of it. */
  boolean hasSeenEverything() {
    Optional<EventId> seen = knownPosition();
    return seen.isPresent()
        && topics.stream()
            .allMatch(
                topic -> topic.isCompleted() && topic.lastSequence() <= seen.get().sequence());
  }

  SubscriptionTerms terms() {
    return SubscriptionTerms.of(
        request.stream(), topics.stream().map(topic -> topic.definition).toList(), context());
  }

  long nanoTime() {
    return context().nanoTime();
  }

  private HubContext context() {
    return stream.context();
  }

  Feed feed(Subscription subscription) {
    TopicReader[] readers =
        topics.stream().map(topic -> reader(subscription, topic)).toArray(TopicReader[]::new);
    List<TopicReader> fresh =
        Arrays.stream(readers).filter(reader -> !hasPosition() || reader.hasGap()).toList();
    Opening opening = new OpeningPlan(stream, view(), fresh).opening();
    return new Feed(subscription, stream, view(), new Merge(readers), opening);
  }

  private TopicReader reader(Subscription subscription, HubTopic topic) {
    CursorView view = view();
    if (!hasPosition()) {
      return TopicReader.of(subscription, topic, newest(topic, view), null);
    }
    Optional<EventId> seen = knownPosition();
    TopicLog log = topic.log;
    String lost = seen.isEmpty() ? Gap.EPOCH : Gap.TRIMMED;
    if (seen.isPresent() && log.trimmedThrough() <= seen.get().sequence()) {
      Cursor cursor = log.after(seen.get().sequence(), view);
      return TopicReader.of(subscription, topic, cursor, null);
    }
    Cursor oldest = log.after(0, view);
    return TopicReader.of(subscription, topic, oldest, gap(lost, topic, oldest));
  }

  private CursorView view() {
    return new CursorView(request.labelled(), request.principal());
  }

  private Gap gap(String reason, HubTopic topic, Cursor oldest) {
    return new Gap(topic.path, reason, stream.idOrNull(oldest.sequence()));
  }

  /** The newest events that the topic gives to newcomers; and its end, if it has ended. */
  private static Cursor newest(HubTopic topic, CursorView view) {
    int events = topic.definition.replay().onConnect();
    if (!topic.isCompleted()) {
      return topic.log.atNewest(events, view);
    }
    int last = topic.definition.isPolled() ? 1 : 0; // what a poller said last, as it would still
    return topic.log.atNewest(Math.max(events, last) + 1, view);
  }

  private boolean hasPosition() {
    return request.lastEventId() != null && !request.lastEventId().isEmpty();
  }

  /** What the client has seen, if this history could have told it so. */
  private Optional<EventId> knownPosition() {
    return EventId.parse(request.lastEventId())
        .filter(id -> id.epoch().equals(stream.epoch()) && id.sequence() <= stream.head());
  }
}
