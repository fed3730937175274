package io.tidings.sse.transport.servlet;

import io.tidings.sse.transport.Candidates;
import io.tidings.sse.transport.Takeover;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Offers the ways out of a servlet container; runs before the resource method of a stream. */
public final class ServletEntry implements ContainerRequestFilter {

  private static final String UNDERTOW = "io.undertow.";
  private static final String TOMCAT = "org.apache.catalina.";

  // Set by Jersey.
  @Context private @Nullable Provider<HttpServletRequest> requests;
  @Context private @Nullable Provider<HttpServletResponse> responses;

  /** For Jersey. */
  public ServletEntry() {}

  @Override
  public void filter(ContainerRequestContext context) {
    HttpServletRequest request = requests == null ? null : requests.get();
    HttpServletResponse response = responses == null ? null : responses.get();
    if (request != null && response != null) {
      Supplier<String> peer = request::getRemoteAddr;
      context.setProperty(Candidates.PEER, peer);
      Candidates others = Candidates.in(context.getProperty(Candidates.PROPERTY));
      context.setProperty(Candidates.PROPERTY, others.and(takeover(request, response)));
    }
  }

  private static Takeover takeover(HttpServletRequest request, HttpServletResponse response) {
    String container = request.getServletContext().getClass().getName();
    if (container.startsWith(UNDERTOW)) {
      return new UndertowTakeover(request, response);
    }
    return container.startsWith(TOMCAT)
        ? new TomcatTakeover(request)
        : new ServletTakeover(request);
  }
}
