package io.tidings.benchmarks.load;

import io.tidings.benchmarks.harness.Message;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the readers of one measurement connect to, and how many they are. */
record Target(int port, String path, int acks, int readers, int stuck, int every) {

  // One loopback address has about 28,000 ports to connect from.
  private static final int READERS_PER_ADDRESS = 20_000;

  static Target of(Message command) {
    return new Target(
        (int) command.number("port"),
        command.text("path"),
        (int) command.number("acks", 0),
        (int) command.number("readers"),
        (int) command.number("stuck", 0),
        (int) command.number("every", 1));
  }

  /** How many readers are measured. */
  int steady() {
    return readers - stuck;
  }

  SocketAddress server() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Where this reader connects from; null leaves it to the system, which is enough for a few. */
  @Nullable SocketAddress source(int reader) throws UnknownHostException {
    if (readers <= READERS_PER_ADDRESS) {
      return null;
    }
    byte[] address = {127, 0, 0, (byte) (1 + reader / READERS_PER_ADDRESS)};
    return new InetSocketAddress(InetAddress.getByAddress(address), 0);
  }

  ByteBuffer request() {
    String text =
        "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
