package io.tidings.sse.jaxrs;

import io.tidings.sse.event.Event;
import io.tidings.sse.hub.DirectRequest;
import io.tidings.sse.hub.DirectStream;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.Subscription;
import io.tidings.sse.transport.Batch;
import io.tidings.sse.transport.Delivery;
import io.tidings.sse.transport.portable.PortableSink;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;

/** Opens the connections of resource methods that have an event sink; waits in their requests. */
record ConnectionOpener(Hub hub, String clientIdHeader) implements ContainerRequestFilter {

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

  static String path(ContainerRequestContext request) {
    return request.getUriInfo().getPath(false);
  }

  /** Empty when the hub is closing; the client has been told when to come back. */
  Optional<DirectStream> open(
      ContainerRequestContext request, SseEventSink sink, ConnectionOptions options) {
    StreamAnswer answer = StreamAnswer.begin(request, options.headers());
    Principal principal = request.getSecurityContext().getUserPrincipal();
    Optional<DirectStream> stream =
        hub.connect(
            new DirectRequest(
                path(request),
                Claims.of(request, clientIdHeader).clientId(),
                principal == null ? null : principal.getName(),
                options.terms()));
    if (stream.isPresent()) {
      Subscription subscription = stream.get().subscription();
      if (answer.isGzip()) {
        subscription.compress();
      }
      Delivery delivery = Delivery.of(hub);
      delivery.open(subscription, Takeovers.sink(delivery, request, sink));
    } else {
      sendAway(sink, hub.retryAfter());
    }
    return stream;
  }

  private static void sendAway(SseEventSink sink, Duration delay) {
    byte[] block = Event.empty().withRetry(delay).toString().getBytes(StandardCharsets.UTF_8);
    Batch batch = new Batch();
    batch.add(block, 0, block.length, 0);
    PortableSink portable = new PortableSink(sink);
    try {
      portable.write(batch);
      portable.end();
    } catch (IOException e) {
      portable.abort();
    }
  }
}
