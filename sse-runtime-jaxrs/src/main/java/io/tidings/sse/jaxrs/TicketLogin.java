package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.GuardDecision;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.Subscription;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request for a stream act in the name of its ticket's holder, unless it has proved a name
 * otherwise. Runs before the application's own login, which may leave it at that.
 */
record TicketLogin(Hub hub) implements ContainerRequestFilter {

  private static final String PARAMETER = "ticket";
  private static final String PROPERTY = TicketLogin.class.getName();

  /**
   * The same after the application's own login, which may have put nobody in the holder's place.
   */
  record Again(TicketLogin login) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      login.filter(request);
      Shown shown = login.shown(request);
      if (shown != null
          && shown.ticket() == null
          && request.getSecurityContext().getUserPrincipal() == null) {
        request.abortWith(unauthenticated(request)); // or a role filter would say 403 to nobody
      }
    }
  }

  /** The ticket that came with a request; null when it is none of ours, or has expired. */
  private record Shown(@Nullable Ticket ticket) {}

  @Override
  public void filter(ContainerRequestContext request) {
    Shown shown = shown(request);
    if (shown != null
        && shown.ticket() != null
        && request.getSecurityContext().getUserPrincipal() == null) {
      request.setSecurityContext(shown.ticket().holder());
    }
  }

  private @Nullable Shown shown(ContainerRequestContext request) {
    if (request.getProperty(PROPERTY) instanceof Shown known) {
      return known;
    }
    String number = number(request);
    if (number == null) {
      return null;
    }
    Shown shown = new Shown(TicketOffice.of(hub).find(number));
    request.setProperty(PROPERTY, shown);
    return shown;
  }

  private static @Nullable String number(ContainerRequestContext request) {
    try {
      return new UriValues(request.getUriInfo()).query(PARAMETER);
    } catch (IllegalArgumentException malformed) { // the admission filter says so
      return null;
    }
  }

  /** Why a request with a ticket is not let in; empty when it may be, or has none. */
  static Optional<Response> refusal(
      ContainerRequestContext request, Asked.Topics asked, Claims claims) {
    if (!(request.getProperty(PROPERTY) instanceof Shown shown)) {
      return Optional.empty();
    }
    Ticket ticket = shown.ticket();
    if (ticket == null) {
      return Optional.of(unauthenticated(request));
    }
    boolean isGood =
        isOf(ticket, request)
            && ticket.covers(asked)
            && ticket.mayBeRedeemed(agent(request), claims.lastEventId());
    return isGood ? Optional.empty() : Optional.of(Refusal.forbidden());
  }

  private static Response unauthenticated(ContainerRequestContext request) {
    return Refusal.unauthenticated(request, new GuardDecision.Unauthenticated(null));
  }

  /** Notes who has used the ticket of a request, if it has one; false when another was quicker. */
  static boolean redeem(ContainerRequestContext request, Subscription subscription, Claims claims) {
    return !(request.getProperty(PROPERTY) instanceof Shown shown)
        || shown.ticket() == null
        || shown.ticket().redeem(agent(request), subscription, claims.lastEventId());
  }

  private static boolean isOf(Ticket ticket, ContainerRequestContext request) {
    Principal principal = request.getSecurityContext().getUserPrincipal();
    return principal != null && principal.getName().equals(ticket.holder().name());
  }

  private static String agent(ContainerRequestContext request) {
    String agent = request.getHeaderString(HttpHeaders.USER_AGENT);
    return agent == null ? "" : agent;
  }
}
