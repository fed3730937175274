package io.tidings.sse.hub;

import io.tidings.sse.event.EventId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client has lost in history of topics with a snapshot: it is to get the state instead of
 * what is left, and so this must be known before it joins. Found without the stream's lock.
 */
record Missing(Map<String, String> reasons, List<PageQuery> inMemory) {

  static final Missing NOTHING = new Missing(Map.of(), List.of());

  static Missing of(HubStream stream, SubscriptionRequest request, List<TopicAddress> addresses) {
    Archive archive = stream.context().archive();
    Optional<EventId> seen = Joining.knownPosition(stream, request);
    if (archive == null || seen.isEmpty()) {
      return NOTHING;
    }
    Map<String, String> reasons = new HashMap<>();
    List<PageQuery> inMemory = new ArrayList<>();
    for (TopicAddress address : addresses) {
      PageQuery first = Joining.missed(stream, request, address.path(), seen.get().sequence());
      if (needsState(address) && isInMemory(first)) {
        inMemory.add(first);
      } else if (needsState(address)) {
        String reason = archive.pages().join(first).awaitPage(archive.patience()).gap;
        if (reason != null) {
          reasons.put(address.path(), reason);
        }
      }
    }
    return new Missing(reasons, inMemory);
  }

  private static boolean needsState(TopicAddress address) {
    TopicDefinition definition = address.topic();
    return definition.snapshot().isPresent() && definition.replay().keepsHistory();
  }

  private static boolean isInMemory(PageQuery missed) {
    return missed.stream().locked(() -> isStillInMemory(missed));
  }

  /** As it will be when the client joins: without what is too old by now; under the lock. */
  private static boolean isStillInMemory(PageQuery missed) {
    HubStream stream = missed.stream();
    HubTopic known = stream.topics().get(missed.topic());
    if (known == null) {
      return false;
    }
    known.log.trim(stream.context().nanoTime());
    return known.log.trimmedThrough() <= missed.after();
  }

  /** Whether something has gone from memory since, so that it is to be looked for anew. */
  boolean isOutdated() {
    for (PageQuery missed : inMemory) {
      if (!isStillInMemory(missed)) {
        return true;
      }
    }
    return false;
  }

  /** Why events of this topic are lost; null when none are, as far as was to be found out. */
  @Nullable String reason(String topic) {
    return reasons.get(topic);
  }
}
