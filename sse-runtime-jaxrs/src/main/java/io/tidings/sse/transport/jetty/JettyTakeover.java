package io.tidings.sse.transport.jetty;

import io.tidings.sse.transport.StartedResponse;
import io.tidings.sse.transport.Takeover;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/** Offers Jetty's connection: the request ends for Jetty, and the connection goes on as ours. */
final class JettyTakeover implements Takeover {

  private static final String WAY = "Jetty's connection, handed over";

  private final Supplier<@Nullable Exchange> exchanges;

  JettyTakeover(Supplier<@Nullable Exchange> exchanges) {
    this.exchanges = exchanges;
  }

  @Override
  public void prepare(StartedResponse response) {
    Exchange exchange = exchanges.get();
    if (exchange != null && isShared(exchange.request().getConnectionMetaData())) {
      response.cutBy(new StreamCut(Request.unWrap(exchange.request())));
    }
  }

  /** Whether other requests are answered on the connection at the same time. */
  private static boolean isShared(ConnectionMetaData connection) {
    return connection.getHttpVersion().getVersion() > HttpVersion.HTTP_1_1.getVersion();
  }

  @Override
  public Offer offer(StartedResponse response) {
    Exchange exchange = exchanges.get();
    if (exchange == null) {
      return new Foreign(WAY);
    }
    ConnectionMetaData connection = exchange.request().getConnectionMetaData();
    Server server = connection.getConnector().getServer();
    response.drainFor(server).map(Stopping::new).ifPresent(server::addEventListener);
    if (isShared(connection)) {
      return new Declined(WAY, "the protocol is " + connection.getProtocol());
    }
    EndPoint endPoint = connection.getConnection().getEndPoint();
    response.cutBy(new EndPointCut(endPoint));
    Optional<String> obstacle =
        response.obstacle().or(() -> Optional.ofNullable(obstacle(exchange, connection, response)));
    if (obstacle.isPresent()) {
      return new Declined(WAY, obstacle.get());
    }
    JettySink sink = new JettySink(endPoint, connection.getConnector(), response);
    HandOver.prepare(Request.unWrap(exchange.request()), sink);
    return new Taken(WAY, "the response is plain HTTP/1.1 in chunks", sink);
  }

  private static @Nullable String obstacle(
      Exchange exchange, ConnectionMetaData connection, StartedResponse response) {
    if (connection.isSecure() || connection.getConnection().getEndPoint().isSecure()) {
      return "the connection is encrypted";
    }
    // Jetty sends chunks if, and only if, an HTTP/1.1 connection stays open without a length.
    if (connection.getHttpVersion() != HttpVersion.HTTP_1_1 || !connection.isPersistent()) {
      return "the response is not in chunks";
    }
    if (connection.getConnector().getConnectionFactory(HttpConnectionFactory.class) == null) {
      return "the connector has nothing to go back to";
    }
    return obstacle(exchange, response);
  }

  private static @Nullable String obstacle(Exchange exchange, StartedResponse response) {
    HttpFields headers = exchange.response().getHeaders();
    if (headers.contains(HttpHeader.CONTENT_LENGTH)
        || (headers.contains(HttpHeader.CONTENT_ENCODING) && !response.isEncoded())) {
      return "the response has a length or an encoding";
    }
    if (exchange.request().getLength() > 0) {
      return "the request has a body";
    }
    boolean isWrapped =
        exchange.response() instanceof Response.Wrapper servlet
            && servlet.getWrapped() instanceof Response.Wrapper;
    return isWrapped ? "a handler has wrapped the response" : null;
  }

  /** Ends the streams before Jetty begins to wait for its connections. */
  private record Stopping(Runnable drain) implements LifeCycle.Listener {

    @Override
    public void lifeCycleStopping(LifeCycle server) {
      drain.run();
    }
  }
}
