package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Admission;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.SubscriptionRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.security.Principal;

/**
 * Decides, before the resource method of one stream runs, whether a request becomes a stream. Only
 * an aborted request is safe from an application's own exception mappers.
 */
record AdmissionFilter(Hub hub, StreamDefinition stream, Route route, String clientIdHeader)
    implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    Asked asked = Containers.canStream(request) ? ask(request) : Containers.problem();
    if (asked instanceof Problem problem) {
      request.abortWith(problem.response());
    } else if (asked instanceof Asked.Topics topics) {
      admit(request, hub.admit(subscription(request, topics)));
    }
  }

  private Asked ask(ContainerRequestContext request) {
    try {
      return route.read(request.getUriInfo());
    } catch (IllegalArgumentException malformed) {
      return Problem.badRequest("malformed query", "the query must be percent-encoded UTF-8");
    }
  }

  private SubscriptionRequest subscription(ContainerRequestContext request, Asked.Topics asked) {
    Claims claims = Claims.of(request, clientIdHeader);
    Principal principal = request.getSecurityContext().getUserPrincipal();
    return new SubscriptionRequest(
        stream,
        asked.streamPath(),
        asked.topics(),
        asked.labelled(),
        claims.lastEventId(),
        claims.clientId(),
        principal == null ? null : principal.getName());
  }

  private void admit(ContainerRequestContext request, Admission admission) {
    if (admission instanceof Admission.Granted granted) {
      SseExchange.grant(request, hub, granted.subscription());
    } else if (admission instanceof Admission.Finished) {
      request.abortWith(Response.noContent().header("Cache-Control", "no-store").build());
    } else if (admission instanceof Admission.Closing closing) {
      request.abortWith(new ComeBackLater(closing.retryAfter()).response(request));
    }
  }
}
