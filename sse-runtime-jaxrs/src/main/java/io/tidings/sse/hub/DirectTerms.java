package io.tidings.sse.hub;

import java.util.Objects;

/**
 * What a connection without topics lives by.
 *
 * @param heartbeat what it gets when it has been idle
 * @param backpressure how far it may be behind, and how long one write may be stuck; its policy is
 *     always {@link BackpressurePolicy.Policy#DISCONNECT}, because what an application has written
 *     itself has no replacement
 * @param limits how many there may be at once of the same request path, and of one client there;
 *     how long each may last, and how much one event may hold; what is said of topics means nothing
 */
public record DirectTerms(
    HeartbeatPolicy heartbeat, BackpressurePolicy backpressure, LimitPolicy limits) {

  /** As a topic without annotations: comments after 15 idle seconds, data up to 1 MB. */
  public static final DirectTerms DEFAULT =
      new DirectTerms(HeartbeatPolicy.DEFAULT, BackpressurePolicy.DEFAULT, LimitPolicy.DEFAULT);

  /** Checks that the limits are there. */
  public DirectTerms {
    Objects.requireNonNull(limits, "limits");
    backpressure =
        new BackpressurePolicy(
            BackpressurePolicy.Policy.DISCONNECT,
            backpressure.lagEvents(),
            backpressure.lagBytes(),
            backpressure.writeTimeout());
  }

  TopicDefinition topic() {
    return DirectStream.TOPIC
        .withHeartbeat(heartbeat)
        .withBackpressure(backpressure)
        .withLimits(new LimitPolicy(0, 0, 0, 0, limits.lifetime(), limits.payload()));
  }
}
