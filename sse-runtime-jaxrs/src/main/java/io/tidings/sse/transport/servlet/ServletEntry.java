package io.tidings.sse.transport.servlet;

import io.tidings.sse.transport.Candidates;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import org.jspecify.annotations.Nullable;

/** Offers the ways out of a servlet container; runs before the resource method of a stream. */
public final class ServletEntry implements ContainerRequestFilter {

  private static final boolean HAS_UNDERTOW =
      isPresent("io.undertow.servlet.spec.HttpServletRequestImpl");

  // Set by Jersey.
  @Context private @Nullable Provider<HttpServletRequest> requests;

  /** For Jersey. */
  public ServletEntry() {}

  @Override
  public void filter(ContainerRequestContext context) {
    HttpServletRequest request = requests == null ? null : requests.get();
    if (request != null) {
      Candidates candidates = Candidates.in(context.getProperty(Candidates.PROPERTY));
      if (HAS_UNDERTOW) {
        candidates = candidates.and(new UndertowKnowledge(request));
      }
      context.setProperty(
          Candidates.PROPERTY, candidates.and(new ServletTakeover(request)));
    }
  }

  private static boolean isPresent(String className) {
    try {
      Class.forName(className, false, ServletEntry.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
