package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Subscription;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A short-lived right to read some topics in somebody's name, for clients that cannot send headers.
 * Whoever redeems it first may come back with it; nobody else may. Safe for any thread.
 */
final class Ticket {

  /** Who may read, as the request that asked for the ticket had proved. */
  record Holder(String name, Set<String> roles, @Nullable String scheme)
      implements SecurityContext, Principal {
    @Override
    public String getName() {
      return name;
    }

    @Override
    public Principal getUserPrincipal() {
      return this;
    }

    @Override
    public boolean isUserInRole(String role) {
      return roles.contains(role);
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
      return scheme;
    }
  }

  /** Who has redeemed it: what its requests say of their sender, and its newest subscription. */
  private record Redeemer(String agent, Subscription subscription) {}

  private final Holder holder;
  private final String streamPath;
  private final List<String> topics;
  private final long expiresAt;
  private final AtomicReference<@Nullable Redeemer> redeemer = new AtomicReference<>();

  Ticket(Holder holder, Asked.Topics asked, long expiresAt) {
    this.holder = holder;
    this.streamPath = asked.streamPath();
    this.topics = asked.topics();
    this.expiresAt = expiresAt;
  }

  Holder holder() {
    return holder;
  }

  boolean isExpired(long nanos) {
    return nanos - expiresAt >= 0;
  }

  /** Whether it is good for all of this. */
  boolean covers(Asked.Topics asked) {
    return asked.streamPath().equals(streamPath) && topics.containsAll(asked.topics());
  }

  /**
   * Whether it was not redeemed yet, or by the same client: one that comes back knows an event id,
   * which only a reader of the stream can, unless its connection broke before it was told one.
   */
  boolean mayBeRedeemed(String agent, @Nullable String lastEventId) {
    Redeemer first = redeemer.get();
    return first == null
        || (first.agent().equals(agent)
            && (first.subscription().canHaveTold(lastEventId)
                || !first.subscription().hasToldPosition()));
  }

  /** False when another client was quicker. */
  boolean redeem(String agent, Subscription subscription, @Nullable String lastEventId) {
    while (true) {
      Redeemer before = redeemer.get();
      if (!mayBeRedeemed(agent, lastEventId)) {
        return false;
      }
      if (redeemer.compareAndSet(before, new Redeemer(agent, subscription))) {
        return true;
      }
    }
  }

  /** Without anything that could be used. */
  @Override
  public String toString() {
    return "ticket for " + streamPath;
  }
}
