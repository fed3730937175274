package io.tidings.benchmarks.rows.portable;

import io.tidings.benchmarks.rows.tidings.TidingsRow;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;

/** Jersey on Grizzly, without taking the connection over. */
public final class PortableRow extends TidingsRow {

  private final HttpServer server =
      GrizzlyHttpServerFactory.createHttpServer(
          URI.create("http://127.0.0.1:0/"), application().register(seesEveryByte()), false);

  // An application's interceptor: no connection is taken over past it.
  private static WriterInterceptor seesEveryByte() {
    return WriterInterceptorContext::proceed;
  }

  @Override
  public int start() throws Exception {
    server.start();
    return server.getListeners().iterator().next().getPort();
  }
}
