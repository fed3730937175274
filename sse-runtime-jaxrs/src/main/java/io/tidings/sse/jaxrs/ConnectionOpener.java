package io.tidings.sse.jaxrs;

import io.tidings.sse.event.Event;
import io.tidings.sse.hub.Admission;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.DirectRequest;
import io.tidings.sse.hub.RetryPolicy;
import io.tidings.sse.hub.Subscription;
import io.tidings.sse.transport.Batch;
import io.tidings.sse.transport.portable.PortableSink;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens the connections of resource methods that have an event sink; waits in their requests. */
record ConnectionOpener(Door door, String clientIdHeader) implements ContainerRequestFilter {

  private static final String PROPERTY = ConnectionOpener.class.getName();

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(PROPERTY, this);
  }

  static ConnectionOpener of(ContainerRequestContext request) {
    if (request.getProperty(PROPERTY) instanceof ConnectionOpener opener) {
      return opener;
    }
    throw new IllegalStateException(
        "request to "
            + path(request)
            + " must belong to a resource method with @Produces(\"text/event-stream\") and a"
            + " parameter @Context SseEventSink; did not. Add both, and register"
            + " io.tidings.sse.jaxrs.SseFeature with the application");
  }

  private static String path(ContainerRequestContext request) {
    return request.getUriInfo().getPath(false);
  }

  /** As the resource was matched: what a client can write in many ways must be counted as one. */
  private static String matchedPath(ContainerRequestContext request) {
    return request.getUriInfo().getPathSegments().stream()
        .map(PathSegment::getPath)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.joining("/"));
  }

  /** Closed already when the client was sent away, and told when to come back. */
  SseConnection open(
      ContainerRequestContext request, SseEventSink sink, ConnectionOptions options) {
    Admission admission = admission(request, options);
    if (admission instanceof Admission.Connected connected) {
      StreamAnswer answer = StreamAnswer.begin(request, options.headers());
      Subscription subscription = connected.stream().subscription();
      if (answer.isGzip()) {
        subscription.compress();
      }
      door.open(subscription, Takeovers.sink(door, request, sink));
      return SseConnection.to(connected.stream(), path(request));
    }
    if (admission instanceof Admission.Refused refused) {
      turnAway(request, sink, ComeBackLater.because(refused));
      return SseConnection.refused(path(request), CloseReason.CLOSED_BY_SERVER);
    }
    if (admission instanceof Admission.Closing closing) {
      turnAway(request, sink, ComeBackLater.because(closing));
    }
    return SseConnection.refused(path(request), CloseReason.HUB_CLOSED);
  }

  private Admission admission(ContainerRequestContext request, ConnectionOptions options) {
    Optional<Admission.Closing> closing = door.refusal(RetryPolicy.DEFAULT);
    if (closing.isPresent()) {
      return closing.get();
    }
    Principal principal = request.getSecurityContext().getUserPrincipal();
    DirectRequest asked =
        new DirectRequest(
            matchedPath(request),
            Claims.of(request, clientIdHeader).clientId(),
            principal == null ? null : principal.getName(),
            options.terms());
    return door.hub().connect(asked, Visitor.of(request));
  }

  /** With an entity, so that no mapper of the application makes another status of it. */
  private static void turnAway(
      ContainerRequestContext request, SseEventSink sink, ComeBackLater answer) {
    if (!ComeBackLater.isBrowser(request)) {
      throw new WebApplicationException(answer.response(request));
    }
    sendAway(request, sink, answer.delay());
  }

  private static void sendAway(ContainerRequestContext request, SseEventSink sink, Duration delay) {
    byte[] block = Event.empty().withRetry(delay).toString().getBytes(StandardCharsets.UTF_8);
    Batch batch = new Batch();
    batch.add(block, 0, block.length, 0);
    PortableSink portable = StreamAnswer.beginPlain(request).through(sink);
    try {
      portable.write(batch);
      portable.end();
    } catch (IOException e) {
      portable.abort();
    }
  }
}
