package io.tidings.sse.jaxrs;

import io.tidings.sse.event.Event;
import io.tidings.sse.hub.Admission;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The answer to a client that may be served later. A browser would take a status as final and never
 * come back, so it gets an empty stream that tells it when.
 */
record ComeBackLater(Problem problem, Duration delay, boolean serverEnds) {

  static ComeBackLater because(Admission.Refused refused) {
    return new ComeBackLater(Problem.full(refused.limit()), refused.retryAfter(), false);
  }

  static ComeBackLater because(Admission.Closing closing) {
    return new ComeBackLater(Problem.closing(), closing.retryAfter(), true);
  }

  Response response(ContainerRequestContext request) {
    Response.ResponseBuilder answer =
        Response.fromResponse(isBrowser(request) ? emptyStream() : unavailable());
    if (serverEnds) { // or the client would come back on the connection of a server that is away
      answer.header("Connection", "close");
    }
    return answer.build();
  }

  private Response emptyStream() {
    String retry = Event.empty().withRetry(delay).toString();
    return Response.ok(retry.getBytes(StandardCharsets.UTF_8), MediaType.SERVER_SENT_EVENTS_TYPE)
        .build();
  }

  private Response unavailable() {
    long seconds = Math.max(1, delay.plusMillis(999).toSeconds());
    return Response.fromResponse(problem.response())
        .header(HttpHeaders.RETRY_AFTER, seconds)
        .build();
  }

  /** Browsers send fetch metadata on trustworthy origins only; on plain HTTP their name must do. */
  static boolean isBrowser(ContainerRequestContext request) {
    String agent = request.getHeaderString(HttpHeaders.USER_AGENT);
    return request.getHeaderString("Sec-Fetch-Mode") != null
        || (!request.getSecurityContext().isSecure()
            && agent != null
            && agent.startsWith("Mozilla/"));
  }
}
