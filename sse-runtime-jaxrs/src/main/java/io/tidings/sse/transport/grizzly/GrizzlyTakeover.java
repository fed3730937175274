package io.tidings.sse.transport.grizzly;

import io.tidings.sse.transport.StartedResponse;
import io.tidings.sse.transport.Takeover;
import java.util.Optional;
import java.util.function.Consumer;
import org.glassfish.grizzly.GracefulShutdownListener;
import org.glassfish.grizzly.ShutdownContext;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;
import org.jspecify.annotations.Nullable;

/** Offers to write to Grizzly's connection, below the filters that its responses go through. */
final class GrizzlyTakeover implements Takeover {

  private static final String WAY = "Grizzly's connection";

  private final Request request;

  GrizzlyTakeover(Request request) {
    this.request = request;
  }

  @Override
  public Offer offer(StartedResponse response) {
    if (!(request.getContext().getConnection() instanceof TCPNIOConnection connection)) {
      return new Declined(WAY, "it is not over TCP");
    }
    response.cutBy(new ConnectionCut(connection));
    Transport transport = connection.getTransport();
    response.farewellFor(transport).map(Stopping::new).ifPresent(transport::addShutdownListener);
    Optional<String> obstacle =
        response.obstacle().or(() -> Optional.ofNullable(obstacle(response)));
    return obstacle.isPresent()
        ? new Declined(WAY, obstacle.get())
        : new Taken(
            WAY,
            "the response is plain HTTP/1.1 in chunks",
            new GrizzlySink(connection, request.getResponse().getResponse(), response));
  }

  private @Nullable String obstacle(StartedResponse response) {
    HttpResponsePacket packet = request.getResponse().getResponse();
    if (request.isSecure()) {
      return "the connection is encrypted";
    }
    if (request.getProtocol() != Protocol.HTTP_1_1 || !packet.isChunked()) {
      return "the response is not in chunks";
    }
    if (request.getRequest().isExpectContent()) {
      return "the request has a body";
    }
    boolean isForeign = packet.containsHeader(Header.ContentEncoding) && !response.isEncoded();
    if (!packet.getContentEncodings().isEmpty() || isForeign) {
      return "the response has an encoding";
    }
    return null;
  }

  /** Ends the streams before Grizzly closes its connections: it does not count their requests. */
  private record Stopping(Consumer<Runnable> farewell) implements GracefulShutdownListener {

    @Override
    public void shutdownRequested(ShutdownContext shutdown) {
      farewell.accept(shutdown::ready);
    }

    @Override
    public void shutdownForced() {
      // Grizzly closes every connection at once.
    }
  }
}
