package io.tidings.sse.jaxrs;

import io.tidings.sse.transport.Candidates;
import io.tidings.sse.transport.Delivery;
import io.tidings.sse.transport.StartedResponse;
import io.tidings.sse.transport.StreamSink;
import io.tidings.sse.transport.Takeover.Offer;
import io.tidings.sse.transport.Takeover.Taken;
import io.tidings.sse.transport.TakeoverSink;
import io.tidings.sse.transport.grizzly.GrizzlyEntry;
import io.tidings.sse.transport.jetty.Ee10Entry;
import io.tidings.sse.transport.jetty.Ee11Entry;
import io.tidings.sse.transport.portable.PortableSink;
import io.tidings.sse.transport.servlet.ServletEntry;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses for each stream of one application the best way out that its container has, and says in
 * the log which one it is and why; once for each way.
 */
final class Takeovers implements ContainerRequestFilter {

  private static final String PROPERTY = Takeovers.class.getName();
  private static final Logger LOGGER = System.getLogger(SseFeature.class.getName());

  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /** Has the containers whose classes are there make their offers, before a resource method. */
  void bind(FeatureContext method) {
    method.register(this);
    int order = 1; // the better ones first
    if (ClassPath.has("org.eclipse.jetty.ee11.servlet.ServletContextRequest")) {
      method.register(Ee11Entry.class, order++);
    }
    if (ClassPath.has("org.eclipse.jetty.ee10.servlet.ServletContextRequest")) {
      method.register(Ee10Entry.class, order++);
    }
    if (ClassPath.has("org.glassfish.jersey.servlet.ServletContainer")) {
      method.register(ServletEntry.class, order++);
    }
    if (ClassPath.has("org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpContainer")) {
      method.register(GrizzlyEntry.class, order);
    }
  }

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(PROPERTY, this);
  }

  /** The way out of this request: its event sink first, and then the best that is offered. */
  static StreamSink sink(Delivery delivery, ContainerRequestContext request, SseEventSink sink) {
    StreamSink portable = new PortableSink(sink);
    if (!(request.getProperty(PROPERTY) instanceof Takeovers takeovers)) {
      return portable;
    }
    Candidates candidates = Candidates.in(request.getProperty(Candidates.PROPERTY));
    return new TakeoverSink(
        portable,
        new SinkResponse(delivery, request, sink),
        candidates.takeovers(),
        takeovers::tell);
  }

  private void tell(Offer offer) {
    if (told.add(offer.way() + offer.reason())) {
      boolean isTaken = offer instanceof Taken;
      LOGGER.log(
          isTaken ? Level.INFO : Level.DEBUG,
          "event streams {0} through {1}, because {2}",
          isTaken ? "leave" : "do not leave",
          offer.way(),
          offer.reason());
    }
  }

  /** A response that began in an event sink. */
  private static final class SinkResponse extends StartedResponse {

    private final ContainerRequestContext request;
    private final SseEventSink sink;

    SinkResponse(Delivery delivery, ContainerRequestContext request, SseEventSink sink) {
      super(delivery);
      this.request = request;
      this.sink = sink;
    }

    @Override
    public boolean isOpen() {
      return !sink.isClosed();
    }

    @Override
    public Optional<String> obstacle() {
      return EncodingGuard.isIntercepted(request)
          ? Optional.of("an interceptor of the application wants to see every byte")
          : Optional.empty();
    }

    @Override
    protected void close() throws Exception {
      sink.close();
    }
  }
}
