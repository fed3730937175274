package io.tidings.benchmarks.rows.grizzly;

import io.tidings.benchmarks.rows.tidings.TidingsRow;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;

/** Jersey on Grizzly. */
public final class GrizzlyRow extends TidingsRow {

  private final HttpServer server =
      GrizzlyHttpServerFactory.createHttpServer(
          URI.create("http://127.0.0.1:0/"), application(), false);

  @Override
  public int start() throws Exception {
    server.start();
    return server.getListeners().iterator().next().getPort();
  }
}
