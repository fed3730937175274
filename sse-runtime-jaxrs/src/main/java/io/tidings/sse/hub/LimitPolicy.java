package io.tidings.sse.hub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many may read, how long and how much; zero or null is no limit.
 *
 * @param subscribers connections of one stream
 * @param perTopic connections of one topic
 * @param perClient connections of one client
 * @param topicsPerConnection topics that one connection may ask for
 * @param lifetime how long a connection may last; it ends at 80 to 100 % of it
 * @param payload the most bytes of an encoded payload
 */
public record LimitPolicy(
    int subscribers,
    int perTopic,
    int perClient,
    int topicsPerConnection,
    @Nullable Duration lifetime,
    long payload) {

  /** Payloads up to 1 MB, and otherwise no limits. */
  public static final LimitPolicy DEFAULT = new LimitPolicy(0, 0, 0, 0, null, 1L << 20);

  /** Checks the figures. */
  public LimitPolicy {
    Settings.notNegative("subscribers", subscribers);
    Settings.notNegative("perTopic", perTopic);
    Settings.notNegative("perClient", perClient);
    Settings.notNegative("topicsPerConnection", topicsPerConnection);
    Settings.notNegative("payload", payload);
    if (lifetime != null) {
      Settings.positive("lifetime", lifetime);
    }
  }
}
