package io.tidings.sse.transport.jetty;

import io.tidings.sse.transport.Cut;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;

/** Resets a connection of Jetty, below TLS if it is encrypted. */
record EndPointCut(EndPoint endPoint) implements Cut {

  private static final int DISCARD_UNSENT = 0;

  /** Without the reset, the kernel keeps a stuck peer's unsent bytes for minutes. */
  @Override
  @SuppressWarnings("EmptyCatch") // a closed channel is what is wanted
  public void cut() {
    EndPoint lowest = lowest();
    if (lowest.getTransport() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, DISCARD_UNSENT);
      } catch (IOException e) {
        // It is closed already.
      }
    }
    lowest.close(); // first, because TLS would say farewell before it closes
    endPoint.close();
  }

  private EndPoint lowest() {
    EndPoint lowest = endPoint;
    while (lowest.getTransport() instanceof EndPoint below) {
      lowest = below;
    }
    return lowest;
  }
}
