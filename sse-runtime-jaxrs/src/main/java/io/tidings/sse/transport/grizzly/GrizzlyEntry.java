package io.tidings.sse.transport.grizzly;

import io.tidings.sse.transport.Candidates;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import java.util.function.Supplier;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** Offers the connections of Grizzly; runs before the resource method of a stream. */
public final class GrizzlyEntry implements ContainerRequestFilter {

  // Set by Jersey.
  @Context private @Nullable Provider<Request> requests;

  /** For Jersey. */
  public GrizzlyEntry() {}

  @Override
  public void filter(ContainerRequestContext context) {
    Request request = requests == null ? null : requests.get();
    if (request != null) {
      Supplier<String> peer = request::getRemoteAddr;
      context.setProperty(Candidates.PEER, peer);
      Candidates others = Candidates.in(context.getProperty(Candidates.PROPERTY));
      context.setProperty(Candidates.PROPERTY, others.and(new GrizzlyTakeover(request)));
    }
  }
}
