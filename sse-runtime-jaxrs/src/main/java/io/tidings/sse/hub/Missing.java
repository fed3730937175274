package io.tidings.sse.hub;

import io.tidings.sse.event.EventId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client has lost in history of topics with a snapshot: it is to get the state instead of
 * what is left, and so this must be known before it joins. Found without the stream's lock.
 */
record Missing(Map<String, String> reasons) {

  static final Missing NOTHING = new Missing(Map.of());

  static Missing of(HubStream stream, SubscriptionRequest request, List<TopicAddress> addresses) {
    Archive archive = stream.context().archive();
    Optional<EventId> seen = Joining.knownPosition(stream, request);
    if (archive == null || seen.isEmpty()) {
      return NOTHING;
    }
    Map<String, String> reasons = new HashMap<>();
    for (TopicAddress address : addresses) {
      PageQuery first = Joining.missed(stream, request, address.path(), seen.get().sequence());
      if (needsState(address) && !isInMemory(first)) {
        String reason = archive.pages().join(first).awaitPage().gap;
        if (reason != null) {
          reasons.put(address.path(), reason);
        }
      }
    }
    return new Missing(reasons);
  }

  private static boolean needsState(TopicAddress address) {
    TopicDefinition definition = address.topic();
    return definition.snapshot().isPresent() && definition.replay().keepsHistory();
  }

  private static boolean isInMemory(PageQuery missed) {
    HubStream stream = missed.stream();
    return stream.locked(
        () -> {
          HubTopic known = stream.topics().get(missed.topic());
          return known != null && known.log.trimmedThrough() <= missed.after();
        });
  }

  /** Why events of this topic are lost; null when none are, as far as was to be found out. */
  @Nullable String reason(String topic) {
    return reasons.get(topic);
  }
}
