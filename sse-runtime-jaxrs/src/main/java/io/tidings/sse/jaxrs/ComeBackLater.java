package io.tidings.sse.jaxrs;

import io.tidings.sse.event.Event;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The answer to a client that may be served later. A browser would take 503 as final and never come
 * back, so it gets an empty stream that tells it when.
 */
record ComeBackLater(Duration delay) {

  Response response(ContainerRequestContext request) {
    return isBrowser(request) ? emptyStream() : unavailable();
  }

  private Response emptyStream() {
    String retry = Event.empty().withRetry(delay).toString();
    return Response.ok(retry.getBytes(StandardCharsets.UTF_8), MediaType.SERVER_SENT_EVENTS_TYPE)
        .build();
  }

  private Response unavailable() {
    long seconds = Math.max(1, delay.plusMillis(999).toSeconds());
    return Response.status(Response.Status.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Browsers send fetch metadata on trustworthy origins only; on plain HTTP their name must do. */
  private static boolean isBrowser(ContainerRequestContext request) {
    String agent = request.getHeaderString(HttpHeaders.USER_AGENT);
    return request.getHeaderString("Sec-Fetch-Mode") != null
        || (!request.getSecurityContext().isSecure()
            && agent != null
            && agent.startsWith("Mozilla/"));
  }
}
