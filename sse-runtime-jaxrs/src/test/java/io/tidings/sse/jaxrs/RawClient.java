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

  private final Socket tcp;

  /** The same, or what encrypts it. */
  private final Socket socket;

  private final InputStream in;

  private RawClient(Socket tcp, Socket socket) throws IOException {
    this.tcp = tcp;
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  static RawClient to(int port) throws IOException {
    Socket tcp = connected(port, 0);
    return new RawClient(tcp, tcp);
  }

  static RawClient to(TestServer server) throws IOException {
    return to(server, 0);
  }

  /** A client whose kernel takes next to nothing, for tests of readers that never read. */
  static RawClient withTinyWindow(TestServer server) throws IOException {
    return to(server, 1024);
  }

  /** A client whose kernel takes little at a time, for tests of readers that are slow. */
  static RawClient withSmallWindow(TestServer server) throws IOException {
    return to(server, 8 << 10);
  }

  private static RawClient to(TestServer server, int receiveBuffer) throws IOException {
    Socket tcp = connected(server.port(), receiveBuffer);
    return new RawClient(tcp, server.over(tcp));
  }

  private static Socket connected(int port, int receiveBuffer) throws IOException {
    Socket tcp = new Socket();
    if (receiveBuffer > 0) {
      tcp.setReceiveBufferSize(receiveBuffer);
    }
    tcp.setTcpNoDelay(true);
    tcp.setSoTimeout(TIMEOUT);
    tcp.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT);
    return tcp;
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

  /** Sends what may be no request that the other methods would send. */
  void sendText(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Everything up to the end of the connection. */
  String readAll() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  /** One byte of whatever comes. */
  int readByte() throws IOException {
    return in.read();
  }

  /** Has its kernel take more from now on. */
  void widen() throws IOException {
    tcp.setReceiveBufferSize(1 << 20);
  }

  /** Vanishes with a reset, as a killed process does. */
  void reset() throws IOException {
    tcp.setSoLinger(true, 0);
    tcp.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
