package io.tidings.sse.jaxrs;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A bare socket that sends one request and reads what comes back, each read bounded in time. */
final class RawClient implements AutoCloseable {

  private static final int TIMEOUT = (int) Duration.ofSeconds(10).toMillis();

  private final Socket socket;
  private final InputStream in;

  private RawClient(int port, int receiveBuffer) throws IOException {
    this.socket = new Socket();
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static RawClient to(int port) throws IOException {
    return new RawClient(port, 0);
  }

  /** A client whose kernel takes next to nothing, for tests of readers that never read. */
  static RawClient withTinyWindow(int port) throws IOException {
    return new RawClient(port, 1024);
  }

  /** A client whose kernel takes little at a time, for tests of readers that are slow. */
  static RawClient withSmallWindow(int port) throws IOException {
    return new RawClient(port, 8 << 10);
  }

  /** Sends GET and reads status and headers. */
  RawResponse get(String target, String... headers) throws IOException {
    send("GET", target, headers);
    return RawResponse.read(in);
  }

  RawResponse head(String target, String... headers) throws IOException {
    send("HEAD", target, headers);
    return RawResponse.readHead(in);
  }

  RawResponse exchange(String method, String target, String... headers) throws IOException {
    send(method, target, headers);
    return RawResponse.read(in);
  }

  void send(String method, String target, String... headers) throws IOException {
    StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    request.append("Host: localhost\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    request.append("\r\n");
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Reads the response to a request that was sent before. */
  RawResponse next() throws IOException {
    return RawResponse.read(in);
  }

  /** Sends two requests in one packet. */
  void sendTogether(String first, String second) throws IOException {
    String both =
        "GET "
            + first
            + " HTTP/1.1\r\nHost: localhost\r\n\r\n"
            + "GET "
            + second
            + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(both.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** One byte of whatever comes. */
  int readByte() throws IOException {
    return in.read();
  }

  /** Vanishes with a reset, as a killed process does. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
