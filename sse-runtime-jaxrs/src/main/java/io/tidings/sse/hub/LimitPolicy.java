package io.tidings.sse.hub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many may read, how long and how much; zero or null is no limit.
 *
 * <p>The limits of a stream hold for the stream; what they say of one topic holds for those that
 * say nothing themselves. The limits of a topic are counted for the connections that read any topic
 * of its template.
 *
 * @param subscribers connections at once of one stream, or of all topics of one template
 * @param perTopic connections at once of one topic
 * @param perClient connections at once of one client: of those that give the same client id, and of
 *     those that give none and are the same principal; a client id can be invented, so this spares
 *     a server its own clients' mistakes and not an attacker: for that there is {@link
 *     HubBuilder#connectionsPerPrincipal}
 * @param topicsPerConnection topics that one connection may ask for; a stream's only
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
