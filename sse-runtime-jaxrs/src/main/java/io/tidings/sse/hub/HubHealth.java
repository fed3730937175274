package io.tidings.sse.hub;

import java.util.List;

/**
 * How a hub is, for a health check. Immutable.
 *
 * @param status in one word
 * @param reasons why it is not {@link Status#UP}; sentences for people, without remote text
 */
public record HubHealth(Status status, List<String> reasons) {

  /** How a hub is. */
  public enum Status {
    /** It serves. */
    UP,
    /** It serves, but something around it does not keep up or fails. */
    DEGRADED,
    /** It is closing or closed, and takes nobody in: send clients elsewhere. */
    DRAINING
  }

  /** Copies the reasons. */
  public HubHealth {
    reasons = List.copyOf(reasons);
  }
}
