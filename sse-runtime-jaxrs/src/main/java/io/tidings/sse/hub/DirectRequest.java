package io.tidings.sse.hub;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client of a connection without topics.
 *
 * @param path what the connection is called among the others: the path of the request
 * @param clientId the client's own name for itself, unchecked; null when the hub is to make one
 * @param principal the authenticated name; null when there is none
 * @param terms what the connection lives by
 */
public record DirectRequest(
    String path, @Nullable String clientId, @Nullable String principal, DirectTerms terms) {

  /** Checks that the path and the terms are there. */
  public DirectRequest {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(terms, "terms");
  }

  /** Whose limits it counts against: its own name's, else its principal's, else nobody's. */
  @Nullable String claimant(@Nullable String fitClientId) {
    if (fitClientId != null) {
      return "client " + fitClientId;
    }
    return principal == null ? null : "principal " + principal;
  }
}
