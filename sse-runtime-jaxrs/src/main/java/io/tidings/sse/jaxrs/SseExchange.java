package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Subscription;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One admitted request on its way to becoming a stream; generated resource methods call it. The
 * admission filter has already turned away everybody else.
 */
public final class SseExchange {

  private static final String PROPERTY = SseExchange.class.getName();

  private final Door door;
  private final Subscription subscription;
  private final AtomicBoolean taken = new AtomicBoolean();

  private SseExchange(Door door, Subscription subscription) {
    this.door = door;
    this.subscription = subscription;
  }

  /** Keeps what the filter decided until the resource method is called. */
  static void grant(ContainerRequestContext request, Door door, Subscription subscription) {
    request.setProperty(PROPERTY, new SseExchange(door, subscription));
    if (StreamAnswer.begin(request, Map.of()).isGzip()) {
      subscription.compress();
    }
  }

  /**
   * Answers a GET request: sends the first block at once and hands the stream to the hub.
   *
   * @param request the admitted request
   * @param sink the response
   */
  public static void open(ContainerRequestContext request, SseEventSink sink) {
    SseExchange exchange = admitted(request);
    if (exchange.taken.compareAndSet(false, true)) {
      Door door = exchange.door;
      door.open(exchange.subscription, Takeovers.sink(door, request, sink));
    }
  }

  /**
   * Answers a HEAD request: the headers of the stream, and nothing subscribed.
   *
   * @param request the admitted request
   * @return an answer without a body
   */
  public static Response head(ContainerRequestContext request) {
    admitted(request).end();
    return Response.ok().type(MediaType.SERVER_SENT_EVENTS_TYPE).build();
  }

  /** Ends the subscription of a request that became something else than a stream. */
  static void abandon(ContainerRequestContext request) {
    if (request.getProperty(PROPERTY) instanceof SseExchange exchange) {
      exchange.end();
    }
  }

  /** Ends the subscription if no resource method has taken it up. */
  private void end() {
    if (taken.compareAndSet(false, true)) {
      subscription.close(CloseReason.NEVER_OPENED);
    }
  }

  private static SseExchange admitted(ContainerRequestContext request) {
    if (request.getProperty(PROPERTY) instanceof SseExchange exchange) {
      return exchange;
    }
    throw new IllegalStateException(
        "request to "
            + request.getUriInfo().getPath()
            + " must have been admitted; was not."
            + " Register io.tidings.sse.jaxrs.SseFeature with the application");
  }
}
