package io.tidings.sse.jaxrs;

import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.URI;
import org.glassfish.grizzly.ConnectionProbe;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Grizzly. */
record GrizzlyServer(HttpServer server) implements TestServer {

  static GrizzlyServer start(Application application) throws IOException {
    return start(application, new ConnectionProbe.Adapter());
  }

  /** With somebody who is told of every connection that it takes. */
  static GrizzlyServer start(Application application, ConnectionProbe probe) throws IOException {
    ResourceConfig config = ResourceConfig.forApplication(application);
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(URI.create("http://localhost:0/"), config, false);
    NetworkListener listener = server.getListener("grizzly");
    listener.setMaxHttpHeaderSize(HEADER_LIMIT);
    listener.getTransport().getConnectionMonitoringConfig().addProbes(probe);
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
