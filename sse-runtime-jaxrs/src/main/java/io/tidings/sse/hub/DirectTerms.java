package io.tidings.sse.hub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a connection without topics lives by.
 *
 * @param heartbeat what it gets when it has been idle
 * @param backpressure how far it may be behind, and how long one write may be stuck; its policy is
 *     always {@link BackpressurePolicy.Policy#DISCONNECT}, because what an application has written
 *     itself has no replacement
 * @param lifetime how long it may last, ending at 80 to 100 % of it; null for as long as it likes
 * @param payload the most bytes of data in one event; zero for no limit
 */
public record DirectTerms(
    HeartbeatPolicy heartbeat,
    BackpressurePolicy backpressure,
    @Nullable Duration lifetime,
    long payload) {

  /** As a topic without annotations: comments after 15 idle seconds, data up to 1 MB. */
  public static final DirectTerms DEFAULT =
      new DirectTerms(
          HeartbeatPolicy.DEFAULT,
          BackpressurePolicy.DEFAULT,
          LimitPolicy.DEFAULT.lifetime(),
          LimitPolicy.DEFAULT.payload());

  /** Checks the figures. */
  public DirectTerms {
    Settings.notNegative("payload", payload);
    if (lifetime != null) {
      Settings.positive("lifetime", lifetime);
    }
    backpressure =
        new BackpressurePolicy(
            BackpressurePolicy.Policy.DISCONNECT,
            backpressure.lagEvents(),
            backpressure.lagBytes(),
            backpressure.writeTimeout());
  }

  TopicDefinition topic() {
    LimitPolicy usual = LimitPolicy.DEFAULT;
    return DirectStream.TOPIC
        .withHeartbeat(heartbeat)
        .withBackpressure(backpressure)
        .withLimits(new LimitPolicy(0, 0, 0, usual.topicsPerConnection(), lifetime, payload));
  }
}
