package io.tidings.examples.vitals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers 503 to everything, as a proxy does whose server is gone. */
final class RefusingServer implements AutoCloseable {

  private final HttpServer http;
  private final AtomicInteger refused = new AtomicInteger();

  private RefusingServer(HttpServer http) {
    this.http = http;
  }

  static RefusingServer start(int port) throws IOException {
    RefusingServer server =
        new RefusingServer(HttpServer.create(new InetSocketAddress("localhost", port), 0));
    server.http.createContext("/", server::refuse);
    server.http.start();
    return server;
  }

  private void refuse(HttpExchange exchange) throws IOException {
    refused.incrementAndGet();
    exchange.sendResponseHeaders(503, -1);
    exchange.close();
  }

  int refused() {
    return refused.get();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
