package io.tidings.sse.hub;

import io.tidings.sse.event.EventId;
import io.tidings.sse.log.Cursor;
import io.tidings.sse.log.CursorView;
import io.tidings.sse.log.TopicLog;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client on its way into a stream: finds where each of its cursors starts, and what it has lost.
 * Lives for one call, under the stream's lock.
 */
record Joining(
    HubStream stream,
    SubscriptionRequest request,
    List<HubTopic> topics,
    Missing missing,
    String clientId) {

  /** Whether every topic has ended and the client has seen all of it. */
  static boolean hasSeenEverything(HubStream stream, SubscriptionRequest request, KeptTopics kept) {
    Optional<EventId> seen = knownPosition(stream, request);
    return seen.isPresent()
        && request.topics().stream()
            .allMatch(topic -> kept.hasEndedBy(topic, seen.get().sequence()));
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
    long seen = knownPosition(stream, request).map(EventId::sequence).orElse(0L);
    Opening opening = new OpeningPlan(stream, view(), fresh, seen).opening();
    return new Feed(subscription, stream, view(), new Merge(readers), opening);
  }

  private TopicReader reader(Subscription subscription, HubTopic topic) {
    if (!hasPosition()) {
      return newcomer(subscription, topic);
    }
    Optional<EventId> seen = knownPosition(stream, request);
    String lost = seen.isEmpty() ? Gap.EPOCH : missing.reason(topic.path);
    long after = seen.map(EventId::sequence).orElse(0L);
    Archive archive = Archive.of(stream, topic);
    if (archive == null || topic.log.trimmedThrough() <= after) {
      return inMemory(subscription, topic, after, lost);
    }
    PageQuery first = missed(stream, request, topic.path, after);
    Backlog behind = Backlog.resume(archive, topic, view(), first, subscription::signal);
    return TopicReader.behind(subscription, topic, behind, lost);
  }

  private TopicReader inMemory(
      Subscription subscription, HubTopic topic, long after, @Nullable String lost) {
    TopicLog log = topic.log;
    Cursor cursor = log.after(after, view());
    String reason = lost == null && log.trimmedThrough() > after ? Gap.TRIMMED : lost;
    boolean cut = log.limit(cursor, limit().events(), limit().bytes());
    reason = reason == null && cut ? Gap.LIMIT : reason;
    return TopicReader.of(
        subscription, topic, cursor, reason == null ? null : gap(reason, topic, cursor));
  }

  /** A reader that begins with the newest events, and with its topic's end if it has ended. */
  private TopicReader newcomer(Subscription subscription, HubTopic topic) {
    int events = newest(topic);
    Archive archive = Archive.of(stream, topic);
    if (archive == null || topic.log.holdsNewest(events, view())) {
      return TopicReader.of(subscription, topic, topic.log.atNewest(events, view()), null);
    }
    ReplayLimit newest = new ReplayLimit(events, Long.MAX_VALUE);
    PageQuery first = new PageQuery(stream, topic.path, 0, newest, request.principal());
    Backlog behind = Backlog.greeting(archive, topic, view(), first, subscription::signal);
    return TopicReader.behind(subscription, topic, behind, null);
  }

  private static int newest(HubTopic topic) {
    int events = topic.definition.replay().onConnect();
    if (!topic.isCompleted()) {
      return events;
    }
    int last = topic.definition.isPolled() ? 1 : 0; // what a poller said last, as it would still
    return Math.max(events, last) + 1;
  }

  private ReplayLimit limit() {
    return limit(stream, request);
  }

  private static ReplayLimit limit(HubStream stream, SubscriptionRequest request) {
    return stream.context().replayLimit().shared(request.topics().size());
  }

  /** The first page of what a client has missed in a topic. */
  static PageQuery missed(HubStream stream, SubscriptionRequest request, String topic, long after) {
    ReplayLimit limit = limit(stream, request);
    String audience = limit.equals(ReplayLimit.NONE) ? null : request.principal();
    return new PageQuery(stream, topic, after, limit, audience);
  }

  private CursorView view() {
    return CursorView.of(request.labelled(), request.principal());
  }

  private Gap gap(String reason, HubTopic topic, Cursor oldest) {
    return new Gap(topic.path, reason, stream.idOrNull(oldest.sequence()));
  }

  private boolean hasPosition() {
    return request.lastEventId() != null && !request.lastEventId().isEmpty();
  }

  /** What the client has seen, if this history could have told it so. */
  static Optional<EventId> knownPosition(HubStream stream, SubscriptionRequest request) {
    return EventId.parse(request.lastEventId())
        .filter(id -> id.epoch().equals(stream.epoch()) && id.sequence() <= stream.head());
  }
}
