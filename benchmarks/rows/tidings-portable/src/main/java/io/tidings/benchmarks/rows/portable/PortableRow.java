package io.tidings.benchmarks.rows.portable;

import io.tidings.benchmarks.rows.tidings.TidingsRow;
import io.tidings.sse.jaxrs.SseFeature;
import io.tidings.sse.jaxrs.Transport;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;

/** Jersey on Grizzly, without taking the connection over. */
public final class PortableRow extends TidingsRow {

  private final HttpServer server =
      GrizzlyHttpServerFactory.createHttpServer(
          URI.create("http://127.0.0.1:0/"), application(), false);

  @Override
  protected SseFeature feature() {
    return super.feature().transport(Transport.PORTABLE);
  }

  @Override
  public int start() throws Exception {
    server.start();
    return server.getListeners().iterator().next().getPort();
  }
}
