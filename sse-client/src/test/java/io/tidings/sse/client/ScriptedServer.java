package io.tidings.sse.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/** A server that answers one connection after the other as a script says, right or wrong. */
final class ScriptedServer implements AutoCloseable {

  private static final String LAST = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

  /** What is done with one connection; it is closed afterwards. */
  @FunctionalInterface
  interface Answer {
    void to(Socket socket, OutputStream out) throws Exception;
  }

  private final String scheme;
  private final ServerSocket socket;
  private final Queue<Answer> script = new ArrayDeque<>();
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
  private final BlockingQueue<Socket> open = new LinkedBlockingQueue<>();

  ScriptedServer(List<Answer> answers) throws IOException {
    this("http", ServerSocketFactory.getDefault(), answers);
  }

  ScriptedServer(String scheme, ServerSocketFactory sockets, List<Answer> answers)
      throws IOException {
    this.scheme = scheme;
    this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.script.addAll(answers);
    Thread thread = new Thread(this::serve, "scripted server");
    thread.setDaemon(true);
    thread.start();
  }

  URI uri() {
    return URI.create(scheme + "://localhost:" + socket.getLocalPort() + "/stream");
  }

  /** The next request with its headers in lower case and its body. */
  String request() throws InterruptedException {
    String request = requests.poll(10, TimeUnit.SECONDS);
    if (request == null) {
      throw new AssertionError("a request must come within ten seconds");
    }
    return request;
  }

  int requests() {
    return requests.size();
  }

  /** Whether the last answer is over; a silent one is when the client has let go. */
  boolean isLeft() {
    Socket last = open.peek();
    return last != null && last.isClosed();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : open) {
      connection.close();
    }
  }

  /** Writes these bytes and closes. */
  static Answer bytes(byte[] response) {
    return (connection, out) -> out.write(response);
  }

  /** Writes this text, with LF for each line end of the headers as HTTP has it, and closes. */
  static Answer text(String response) {
    return bytes(response.getBytes(StandardCharsets.UTF_8));
  }

  static Answer status(int status, String... headers) {
    return text(head(status, headers));
  }

  /** An event stream that ends with its connection. */
  static Answer stream(String body, String... headers) {
    return text(streamHead(headers) + body);
  }

  /** An event stream that stays open, and silent at its end. */
  static Answer silent(String body, String... headers) {
    return (connection, out) -> {
      out.write((streamHead(headers) + body).getBytes(StandardCharsets.UTF_8));
      out.flush();
      awaitLeaving(connection);
    };
  }

  static String streamHead(String... headers) {
    return "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n"
        + lines(headers)
        + "\r\n";
  }

  static String head(int status, String... headers) {
    return "HTTP/1.1 "
        + status
        + " X\r\nContent-Length: 0\r\nConnection: close\r\n"
        + lines(headers)
        + "\r\n";
  }

  static void awaitLeaving(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    while (in.read() >= 0) {
      Thread.onSpinWait();
    }
  }

  private static String lines(String... headers) {
    return headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        open.clear();
        open.add(connection);
        answer(connection);
      } catch (IOException e) {
        return; // closed
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void answer(Socket connection) throws Exception {
    try (connection) {
      requests.add(read(new BufferedInputStream(connection.getInputStream())));
      Answer answer = script.isEmpty() ? text(LAST) : script.remove();
      OutputStream out = connection.getOutputStream();
      answer.to(connection, out);
      out.flush();
    } catch (IOException | UncheckedIOException e) {
      return; // the client has left
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String head = "";
    while (!head.endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        return head;
      }
      bytes.write(b);
      head = b == '\n' ? bytes.toString(StandardCharsets.ISO_8859_1) : head;
    }
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("content-length: ");
    int length = at < 0 ? 0 : Integer.parseInt(lower.substring(at + 16, lower.indexOf('\r', at)));
    return lower + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
