package io.tidings.sse.jaxrs;

import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Grizzly. */
record GrizzlyServer(HttpServer server) implements TestServer {

  static GrizzlyServer start(Application application) throws IOException {
    ResourceConfig config = ResourceConfig.forApplication(application);
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(URI.create("http://localhost:0/"), config, false);
    server.getListener("grizzly").setMaxHttpHeaderSize(HEADER_LIMIT);
    server.start();
    return new GrizzlyServer(server);
  }

  @Override
  public int port() {
    return server.getListener("grizzly").getPort();
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
