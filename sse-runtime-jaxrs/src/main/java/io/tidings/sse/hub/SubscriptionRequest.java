package io.tidings.sse.hub;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one client asks for.
 *
 * @param stream the stream
 * @param streamPath the canonical path of the stream, without leading slash
 * @param topics the canonical topics, relative to the stream
 * @param labelled whether event types carry their topic, as on a stream's collection path
 * @param lastEventId what the client says it has seen, unchecked; null when it says nothing
 * @param clientId the client's own name for itself, unchecked; null when the hub is to make one
 * @param principal the authenticated name; null when there is none
 */
public record SubscriptionRequest(
    StreamDefinition stream,
    String streamPath,
    List<String> topics,
    boolean labelled,
    @Nullable String lastEventId,
    @Nullable String clientId,
    @Nullable String principal) {

  /** Copies the topics, each once. */
  public SubscriptionRequest {
    topics = topics.stream().distinct().toList();
    if (topics.isEmpty()) {
      throw new IllegalArgumentException("topics must not be empty");
    }
  }

  /** Whose limits it counts against: its own name's, else its principal's, else nobody's. */
  @Nullable String claimant(@Nullable String clientId) {
    boolean isNamedByClient = clientId != null && clientId.equals(this.clientId);
    return claimant(isNamedByClient ? clientId : null, principal);
  }

  /** Whose limits a client counts against that has perhaps a name of its own, or a principal. */
  static @Nullable String claimant(@Nullable String ownName, @Nullable String principal) {
    if (ownName != null) {
      return "client " + ownName;
    }
    return principal == null ? null : "principal " + principal;
  }
}
