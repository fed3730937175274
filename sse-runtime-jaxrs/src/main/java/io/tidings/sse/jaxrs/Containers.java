package io.tidings.sse.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.spi.Container;

/** What is known of the containers that Jersey runs in. */
final class Containers {

  /** Jersey's container for the JDK's HTTP server throws when a request is suspended. */
  private static final String JDK_HTTP_SERVER = "org.glassfish.jersey.jdkhttp.";

  /** Measured with 1000 readers: it served 256 and delivered to 4. */
  private static final String NETTY = "org.glassfish.jersey.netty.";

  /** Answers with status 500 while it stops, from the end of the application to its own. */
  private static final String GRIZZLY = "org.glassfish.jersey.grizzly2.";

  private Containers() {}

  /** Whether streams work, but not many of them. */
  static boolean isWeak(Container container) {
    return container.getClass().getName().startsWith(NETTY);
  }

  static boolean canStream(Container container) {
    return !container.getClass().getName().startsWith(JDK_HTTP_SERVER);
  }

  static boolean canStream(ContainerRequestContext request) {
    return !(request instanceof ContainerRequest jersey)
        || !jersey.getResponseWriter().getClass().getName().startsWith(JDK_HTTP_SERVER);
  }

  /** Whether it takes requests when its application has stopped, and only then cuts connections. */
  static boolean listensUntilTheEnd(Container container) {
    return container.getClass().getName().startsWith(GRIZZLY);
  }

  /** What a client is told when the container was not seen before its first request. */
  static Problem problem() {
    return new Problem(
        501,
        "container cannot stream",
        "the JDK's HTTP server cannot suspend a request",
        List.of());
  }

  static IllegalStateException refused(Container container) {
    return new IllegalStateException(
        "container must be able to suspend a request; was "
            + container.getClass().getName()
            + ", which cannot. Run the application on Grizzly (jersey-container-grizzly2-http),"
            + " Jetty (jersey-container-jetty-http) or any servlet container");
  }
}
