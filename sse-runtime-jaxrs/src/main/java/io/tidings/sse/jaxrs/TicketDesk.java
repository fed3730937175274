package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.GuardDecision;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.glassfish.jersey.process.Inflector;

/** Gives a ticket to whoever may read the topics that are asked for: {@code POST …/ticket}. */
record TicketDesk(Hub hub, StreamDefinition stream, TopicRoles roles, Duration lifetime)
    implements Inflector<ContainerRequestContext, Response> {

  @Override
  public Response apply(ContainerRequestContext request) {
    Asked asked = ask(request);
    if (asked instanceof Problem problem) {
      return problem.response();
    }
    SecurityContext caller = request.getSecurityContext();
    if (caller.getUserPrincipal() == null) {
      return Refusal.unauthenticated(request, new GuardDecision.Unauthenticated(null));
    }
    Asked.Topics topics = (Asked.Topics) asked;
    GuardDecision decision =
        roles.admit(caller, topics)
            ? new GuardedRoute(hub, stream).decide(request, topics)
            : GuardDecision.forbid();
    if (decision instanceof GuardDecision.Unauthenticated refusal) {
      return Refusal.unauthenticated(request, refusal);
    }
    return decision instanceof GuardDecision.Allowed
        ? issue(holder(caller), topics)
        : Refusal.forbidden();
  }

  private Asked ask(ContainerRequestContext request) {
    try {
      return new CollectionRoute(stream).read(request.getUriInfo());
    } catch (IllegalArgumentException malformed) {
      return Problem.badRequest("malformed query", "the query must be percent-encoded UTF-8");
    }
  }

  /** Of the caller's roles, those that the stream asks about. */
  private Ticket.Holder holder(SecurityContext caller) {
    Set<String> held =
        roles.all().stream().filter(caller::isUserInRole).collect(Collectors.toUnmodifiableSet());
    return new Ticket.Holder(
        caller.getUserPrincipal().getName(), held, caller.getAuthenticationScheme());
  }

  private Response issue(Ticket.Holder holder, Asked.Topics topics) {
    Optional<String> number = TicketOffice.of(hub).issue(holder, topics, lifetime);
    if (number.isEmpty()) {
      return Response.status(Response.Status.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, lifetime.toSeconds() + 1)
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    }
    String body =
        "{\"ticket\":\"" + number.get() + "\",\"expiresIn\":" + lifetime.toSeconds() + "}";
    return Response.ok(body, MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
