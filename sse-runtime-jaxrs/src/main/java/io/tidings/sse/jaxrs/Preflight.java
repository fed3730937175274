package io.tidings.sse.jaxrs;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Answers the question that a browser asks before a page of another origin may send headers of its
 * own to a stream, or ask for a ticket. Stands before every method, and answers for these alone.
 */
record Preflight(CrossOrigin rules, String clientIdHeader) implements ContainerRequestFilter {

  private static final String SECONDS = "600";

  @Override
  public void filter(ContainerRequestContext request) {
    String origin = request.getHeaderString(CrossOrigin.ORIGIN);
    boolean isAsked =
        request.getMethod().equals(HttpMethod.OPTIONS)
            && origin != null
            && request.getHeaderString("Access-Control-Request-Method") != null;
    if (isAsked && rules.origins().allows(origin)) {
      methods(request).ifPresent(methods -> request.abortWith(answer(origin, methods)));
    }
  }

  /** What may be done to what is asked for; empty when that is none of ours. */
  private static Optional<String> methods(ContainerRequestContext request) {
    if (!(request.getUriInfo() instanceof ExtendedUriInfo uri)) {
      return Optional.empty();
    }
    @Nullable Resource matched = uri.getMatchedModelResource();
    return Stream.iterate(matched, resource -> resource != null, Resource::getParent)
        .flatMap(resource -> methods(resource).stream())
        .findFirst();
  }

  private static Optional<String> methods(Resource resource) {
    if (resource.getHandlerClasses().stream().anyMatch(SseResource.class::isAssignableFrom)) {
      return Optional.of("GET, HEAD");
    }
    return resource.getHandlerInstances().stream().anyMatch(TicketDesk.class::isInstance)
        ? Optional.of("POST")
        : Optional.empty();
  }

  private Response answer(String origin, String methods) {
    MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
    rules.allow(origin, headers);
    headers.putSingle("Access-Control-Allow-Methods", methods);
    headers.putSingle(
        "Access-Control-Allow-Headers",
        String.join(
            ", ",
            List.of("Accept", "Authorization", "Cache-Control", "Last-Event-ID", clientIdHeader)));
    headers.putSingle("Access-Control-Max-Age", SECONDS);
    return Response.noContent().replaceAll(headers).build();
  }
}
