package io.tidings.benchmarks.rows.jersey;

import io.tidings.benchmarks.harness.RowServer;
import io.tidings.benchmarks.rows.broadcast.Broadcast;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** What the Jakarta REST specification offers: one broadcaster that all sinks register with. */
public final class JerseyRow implements RowServer {

  private final Broadcast broadcast = new Broadcast();
  private final HttpServer server =
      GrizzlyHttpServerFactory.createHttpServer(
          URI.create("http://127.0.0.1:0/"), new ResourceConfig().register(broadcast), false);

  @Override
  public int start() throws Exception {
    server.start();
    return server.getListeners().iterator().next().getPort();
  }

  @Override
  public void publish(String id, String data) {
    broadcast.send(id, data);
  }

  @Override
  public int readers() {
    return broadcast.readers();
  }
}
