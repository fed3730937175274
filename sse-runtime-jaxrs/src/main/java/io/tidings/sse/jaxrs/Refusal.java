package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.GuardDecision;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The answers to clients that may not read; they do not say which topic it was. */
final class Refusal {

  private Refusal() {}

  /** The status of JAX-RS for someone without the role, known or not. */
  static Response forbidden() {
    return Problem.forbidden().response();
  }

  /** With a challenge, without which 401 is not complete: the guard's, else the application's. */
  static Response unauthenticated(
      ContainerRequestContext request, GuardDecision.Unauthenticated refusal) {
    String own = refusal.challenge();
    return Response.fromResponse(Problem.unauthenticated().response())
        .header(HttpHeaders.WWW_AUTHENTICATE, own == null ? scheme(request) : own)
        .build();
  }

  private static String scheme(ContainerRequestContext request) {
    @Nullable String scheme = request.getSecurityContext().getAuthenticationScheme();
    return scheme == null || scheme.isEmpty() ? "Bearer" : scheme;
  }
}
