package io.tidings.benchmarks.blocker;

import io.tidings.benchmarks.process.RunFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client for whom the user code of the server is stuck until it is lifted. */
final class Blocker implements AutoCloseable {

  private static final String HELD = "HTTP/1.1 403";
  private static final int PATIENCE_MILLIS = 10_000;

  private final int port;
  private final Socket socket;

  private Blocker(int port, Socket socket) {
    this.port = port;
    this.socket = socket;
  }

  /** One that is stuck in this kind of code. */
  static Blocker of(String kind, int port) {
    return new Blocker(port, request(port, kind.equals("source") ? "gauge" : "events", kind));
  }

  /** Ends it. */
  void lift() {
    try (Socket lifting = request(port, "events", "lift");
        InputStream answer = lifting.getInputStream()) {
      String status = new String(answer.readNBytes(HELD.length()), StandardCharsets.US_ASCII);
      if (!status.equals(HELD)) {
        throw new RunFailure("somebody must have been stuck; answer was " + status);
      }
    } catch (IOException e) {
      throw new RunFailure("server must end what blocks; failed with " + e);
    }
  }

  private static Socket request(int port, String topic, String client) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MILLIS);
      String head = "GET /bench/" + topic + " HTTP/1.1\r\nHost: localhost\r\n";
      String request = head + "sse-clientid: " + client + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return socket;
    } catch (IOException e) {
      throw new RunFailure("server must take one more client; failed with " + e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new RunFailure("socket must close; failed with " + e);
    }
  }
}
