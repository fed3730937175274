package io.tidings.sse.transport.jetty;

import io.tidings.sse.transport.Candidates;
import jakarta.inject.Provider;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import org.eclipse.jetty.ee10.servlet.ServletApiRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** Offers the connections of Jetty's EE 10 servlet context; runs before the resource method. */
public final class Ee10Entry implements ContainerRequestFilter {

  // Set by Jersey.
  @Context private @Nullable Provider<HttpServletRequest> requests;

  /** For Jersey. */
  public Ee10Entry() {}

  @Override
  public void filter(ContainerRequestContext context) {
    HttpServletRequest request = requests == null ? null : requests.get();
    if (request != null) {
      Candidates others = Candidates.in(context.getProperty(Candidates.PROPERTY));
      context.setProperty(
          Candidates.PROPERTY, others.and(new JettyTakeover(() -> exchange(request))));
    }
  }

  private static @Nullable Exchange exchange(HttpServletRequest request) {
    ServletRequest inner = request.getAsyncContext().getRequest();
    while (inner instanceof ServletRequestWrapper wrapper) {
      inner = wrapper.getRequest();
    }
    if (!(inner instanceof ServletApiRequest)) {
      return null;
    }
    ServletContextRequest jetty = ServletContextRequest.getServletContextRequest(inner);
    return new Exchange(jetty, jetty.getServletContextResponse());
  }
}
