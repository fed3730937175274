package io.tidings.sse.transport.servlet;

import io.tidings.sse.transport.StartedResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;

/** Offers the non-blocking output of Tomcat, with its ways. */
final class TomcatTakeover extends ServletTakeover {

  private static final System.Logger LOG = System.getLogger(TomcatTakeover.class.getName());

  private final ServletContext application;

  TomcatTakeover(HttpServletRequest request) {
    super(request);
    this.application = request.getServletContext();
  }

  /** Once for each start of an application. */
  @Override
  void examine(AsyncContext async, StartedResponse response) {
    response.closeOfApplication().ifPresent(this::beforeStop);
  }

  private void beforeStop(Runnable action) {
    try {
      TomcatStop.of(application, action);
    } catch (ReflectiveOperationException | RuntimeException e) {
      // As in those who call their classes like Tomcat's. Streams end when Jersey is told to.
      LOG.log(System.Logger.Level.DEBUG, "container does not say that it begins to stop", e);
    }
  }
}
