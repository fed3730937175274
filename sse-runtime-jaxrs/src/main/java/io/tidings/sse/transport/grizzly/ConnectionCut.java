package io.tidings.sse.transport.grizzly;

import io.tidings.sse.transport.Cut;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;

/** Resets a connection of Grizzly. */
record ConnectionCut(TCPNIOConnection connection) implements Cut {

  private static final int DISCARD_UNSENT = 0;

  /** Without the reset, the kernel keeps a stuck peer's unsent bytes for minutes. */
  @Override
  @SuppressWarnings("EmptyCatch") // a closed channel is what is wanted
  public void cut() {
    if (connection.getChannel() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, DISCARD_UNSENT);
      } catch (IOException e) {
        // It is closed already.
      }
    }
    connection.terminateSilently();
  }
}
