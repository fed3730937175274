package io.tidings.sse.jaxrs;

import io.tidings.sse.transport.Candidates;
import io.tidings.sse.transport.StartedResponse;
import io.tidings.sse.transport.StreamSink;
import io.tidings.sse.transport.Takeover.Declined;
import io.tidings.sse.transport.Takeover.Offer;
import io.tidings.sse.transport.Takeover.Taken;
import io.tidings.sse.transport.TakeoverSink;
import io.tidings.sse.transport.grizzly.GrizzlyEntry;
import io.tidings.sse.transport.jetty.Ee10Entry;
import io.tidings.sse.transport.jetty.Ee11Entry;
import io.tidings.sse.transport.servlet.ServletEntry;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Chooses for each stream of one application the best way out that its container has, and says in
 * the log which one it is and why; once for each way.
 */
final class Takeovers implements ContainerRequestFilter {

  private static final String PROPERTY = Takeovers.class.getName();
  private static final String EVENT_SINK = "the container's SseEventSink";
  private static final Logger LOGGER = System.getLogger(SseFeature.class.getName());

  private final Transport transport;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  Takeovers(Transport transport) {
    this.transport = transport;
  }

  /** Has the containers whose classes are there make their offers, before a resource method. */
  void bind(FeatureContext method) {
    method.register(this);
    int order = 1; // the better ones first
    if (transport == Transport.AUTOMATIC) {
      order = bindConnections(method, order);
    }
    if (transport != Transport.PORTABLE
        && ClassPath.has("org.glassfish.jersey.servlet.ServletContainer")) {
      method.register(ServletEntry.class, order);
    }
  }

  private static int bindConnections(FeatureContext method, int first) {
    int order = first;
    if (ClassPath.has("org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer")) {
      method.register(GrizzlyEntry.class, order++);
    }
    if (ClassPath.has("org.eclipse.jetty.ee11.servlet.ServletContextRequest")) {
      method.register(Ee11Entry.class, order++);
    }
    if (ClassPath.has("org.eclipse.jetty.ee10.servlet.ServletContextRequest")) {
      method.register(Ee10Entry.class, order++);
    }
    return order;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(PROPERTY, this);
  }

  /** The way out of this request: its event sink first, and then the best that is offered. */
  static StreamSink sink(Door door, ContainerRequestContext request, SseEventSink sink) {
    StreamAnswer answer = StreamAnswer.in(request::getProperty);
    if (answer == null) {
      throw new IllegalStateException("answer must be begun before its way out is chosen; was not");
    }
    StreamSink portable = answer.through(sink);
    if (!(request.getProperty(PROPERTY) instanceof Takeovers takeovers)) {
      return portable;
    }
    Candidates candidates = Candidates.in(request.getProperty(Candidates.PROPERTY));
    return new TakeoverSink(
        portable, new SinkResponse(door, request, sink), candidates.takeovers(), takeovers::tell);
  }

  /** Says which way the response goes; the last offer is the one that was taken, if any was. */
  private void tell(List<Offer> offers) {
    String declined =
        offers.stream()
            .filter(Declined.class::isInstance)
            .map(offer -> offer.reason() + " (" + offer.way() + ')')
            .collect(Collectors.joining("; "));
    if (!offers.isEmpty() && offers.get(offers.size() - 1) instanceof Taken taken) {
      String others = declined.isEmpty() ? "" : "; not through a better one: " + declined;
      tell(taken.way(), taken.reason() + others);
    } else {
      tell(EVENT_SINK, declined.isEmpty() ? noOffer() : declined);
    }
  }

  private String noOffer() {
    return transport == Transport.AUTOMATIC
        ? "no other way out of this container is known"
        : "the transport is set to " + transport;
  }

  private void tell(String way, String reason) {
    if (told.add(way + reason)) {
      LOGGER.log(Level.INFO, "event streams leave through {0}, because {1}", way, reason);
    }
  }

  /** A response that began in an event sink. */
  private static final class SinkResponse extends StartedResponse {

    private final Door door;
    private final ContainerRequestContext request;
    private final SseEventSink sink;

    SinkResponse(Door door, ContainerRequestContext request, SseEventSink sink) {
      super(door.delivery());
      this.door = door;
      this.request = request;
      this.sink = sink;
    }

    @Override
    public boolean isOpen() {
      return !sink.isClosed();
    }

    @Override
    public boolean isEncoded() {
      StreamAnswer answer = StreamAnswer.in(request::getProperty);
      return answer != null && answer.isGzip();
    }

    @Override
    public Optional<String> obstacle() {
      return EncodingGuard.isIntercepted(request)
          ? Optional.of("an interceptor of the application wants to see every byte")
          : Optional.empty();
    }

    @Override
    public Optional<Runnable> closeOfApplication() {
      return door.earlyClose();
    }

    @Override
    protected void close() throws Exception {
      sink.close();
    }
  }
}
