package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.BackpressurePolicy;
import io.tidings.sse.hub.DirectTerms;
import io.tidings.sse.hub.HeartbeatPolicy;
import io.tidings.sse.hub.LimitPolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an {@link SseConnection} lives by. Immutable, so keep it in a constant. */
public final class ConnectionOptions {

  private static final ConnectionOptions USUAL =
      new ConnectionOptions(DirectTerms.DEFAULT, Map.of());

  private final DirectTerms terms;
  private final Map<String, String> headers;

  private ConnectionOptions(DirectTerms terms, Map<String, String> headers) {
    this.terms = terms;
    this.headers = headers;
  }

  /**
   * As a topic without annotations: a comment after 15 idle seconds, any lifetime, data up to 1 MB,
   * disconnected when 1024 blocks or 4 MB behind or when a write is stuck for 30 seconds.
   *
   * @return the options
   */
  public static ConnectionOptions usual() {
    return USUAL;
  }

  /**
   * The same options with another heartbeat.
   *
   * @param heartbeat what an idle connection gets; {@link HeartbeatPolicy#OFF} for nothing
   * @return new options
   */
  public ConnectionOptions withHeartbeat(HeartbeatPolicy heartbeat) {
    Objects.requireNonNull(heartbeat, "heartbeat");
    return with(new DirectTerms(heartbeat, terms.backpressure(), terms.limits()));
  }

  /**
   * The same options with a bound for the connection's life: it ends cleanly at 80 to 100 % of it.
   *
   * @param lifetime longer than nothing; null for no bound
   * @return new options
   */
  public ConnectionOptions withLifetime(@Nullable Duration lifetime) {
    LimitPolicy now = terms.limits();
    return limited(now.subscribers(), now.perClient(), lifetime, now.payload());
  }

  /**
   * The same options with other bounds for a client that does not read; its policy is always to
   * disconnect.
   *
   * @param backpressure how far the client may be behind, and how long one write may be stuck
   * @return new options
   */
  public ConnectionOptions withBackpressure(BackpressurePolicy backpressure) {
    Objects.requireNonNull(backpressure, "backpressure");
    return with(new DirectTerms(terms.heartbeat(), backpressure, terms.limits()));
  }

  /**
   * The same options with another bound for the data of one event.
   *
   * @param bytes the most bytes of UTF-8; zero for no bound
   * @return new options
   */
  public ConnectionOptions withPayloadLimit(long bytes) {
    LimitPolicy now = terms.limits();
    return limited(now.subscribers(), now.perClient(), now.lifetime(), bytes);
  }

  /**
   * The same options with bounds for how many connections there are at once, counted over those of
   * the same request path that have such bounds themselves.
   *
   * @param connections the most of the path; zero for no bound
   * @param perClient the most of one client, by its client id, else by its principal; zero for no
   *     bound
   * @return new options
   */
  public ConnectionOptions withMost(int connections, int perClient) {
    LimitPolicy now = terms.limits();
    return limited(connections, perClient, now.lifetime(), now.payload());
  }

  private ConnectionOptions limited(
      int connections, int perClient, @Nullable Duration lifetime, long payload) {
    LimitPolicy limits = new LimitPolicy(connections, 0, perClient, 0, lifetime, payload);
    return with(new DirectTerms(terms.heartbeat(), terms.backpressure(), limits));
  }

  /**
   * The same options with one response header more. Those that every event stream has cannot be
   * replaced.
   *
   * @param name the name of the header
   * @param value its value, without line ends
   * @return new options
   */
  public ConnectionOptions withHeader(String name, String value) {
    requirePlain("header name", name);
    requirePlain("header value", value);
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new ConnectionOptions(terms, Map.copyOf(more));
  }

  private static void requirePlain(String subject, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          subject + " must not have control characters; was " + text.replaceAll("\\p{Cntrl}", "?"));
    }
  }

  private ConnectionOptions with(DirectTerms other) {
    return new ConnectionOptions(other, headers);
  }

  DirectTerms terms() {
    return terms;
  }

  Map<String, String> headers() {
    return headers;
  }
}
