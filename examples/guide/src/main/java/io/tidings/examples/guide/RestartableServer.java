package io.tidings.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Grizzly that listens no sooner than its application is there. */
public final class RestartableServer {

  private RestartableServer() {}

  /** Starts the application, and then the listener. */
  public static HttpServer start(URI address, ResourceConfig app) {
    try {
      return inOrder(address, app);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpServer inOrder(URI address, ResourceConfig app) throws IOException {
    // tag::listen-last[]
    HttpServer server = GrizzlyHttpServerFactory.createHttpServer(address, app, false);
    NetworkListener listener = server.removeListener("grizzly");
    server.start(); // the application alone
    server.addListener(listener); // listens from here on
    // end::listen-last[]
    return server;
  }
}
