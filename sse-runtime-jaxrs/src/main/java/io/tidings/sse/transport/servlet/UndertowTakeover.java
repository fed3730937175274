package io.tidings.sse.transport.servlet;

import io.tidings.sse.transport.Cut;
import io.tidings.sse.transport.StartedResponse;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.servlet.spec.HttpServletRequestImpl;
import io.undertow.util.Protocols;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.xnio.IoUtils;
import org.xnio.Options;

/** Offers the non-blocking output of Undertow, with its ways. Loaded only where Undertow is. */
final class UndertowTakeover extends ServletTakeover {

  /**
   * Undertow says that it is ready while a flush has left bytes in its buffer, and they would stay
   * there until the next event. What does not fit into its buffer it writes through.
   */
  private static final int NO_BUFFER = 1;

  private final HttpServletRequest request;
  private final HttpServletResponse response;

  UndertowTakeover(HttpServletRequest request, HttpServletResponse response) {
    super(request);
    this.request = request;
    this.response = response;
  }

  @Override
  public void prepare(StartedResponse started) {
    response.setBufferSize(NO_BUFFER);
    if (request.isAsyncStarted()) {
      exchangeOf(request.getAsyncContext())
          .filter(UndertowTakeover::isShared)
          .ifPresent(exchange -> prepare(exchange, started));
    }
  }

  private static void prepare(HttpServerExchange exchange, StartedResponse started) {
    UndertowFlush.in(exchange);
    started.cutBy(UndertowStreamCut.of(exchange));
  }

  /** On HTTP/2 it does not always say when it is ready, and what follows would never leave. */
  @Override
  Optional<String> obstacle(AsyncContext async) {
    return exchangeOf(async)
        .filter(UndertowTakeover::isShared)
        .map(exchange -> "the protocol is " + exchange.getProtocol());
  }

  @Override
  void examine(AsyncContext async, StartedResponse response) {
    connectionOf(async).map(ConnectionCut::new).ifPresent(response::cutBy);
  }

  @Override
  ServletSink sink(AsyncContext async, StartedResponse response) {
    connectionOf(async).map(ConnectionReset::new).ifPresent(response::cutBy);
    return new ServletSink(async, response, false);
  }

  /** Empty when other streams share the connection. */
  private static Optional<ServerConnection> connectionOf(AsyncContext async) {
    return exchangeOf(async)
        .filter(exchange -> !isShared(exchange))
        .map(HttpServerExchange::getConnection);
  }

  private static Optional<HttpServerExchange> exchangeOf(AsyncContext async) {
    ServletRequest request = async.getRequest();
    while (request instanceof ServletRequestWrapper wrapper) {
      request = wrapper.getRequest();
    }
    return request instanceof HttpServletRequestImpl undertow
        ? Optional.of(undertow.getExchange())
        : Optional.empty();
  }

  /** Then what Undertow calls its connection is a single stream. */
  private static boolean isShared(HttpServerExchange exchange) {
    return Protocols.HTTP_2_0.equals(exchange.getProtocol());
  }

  /** Undertow has no write timeout unless it is given one, and would wait for a stuck peer. */
  private record ConnectionCut(ServerConnection connection) implements Cut {

    @Override
    public void cut() {
      IoUtils.safeClose(connection);
    }

    /** On any other thread, Undertow logs as an error that it cannot flush to a closed socket. */
    @Override
    public void afterwards(Runnable release) {
      try {
        connection.getIoThread().execute(release);
      } catch (RejectedExecutionException e) {
        release.run(); // the server is stopping, and has no thread left
      }
    }
  }

  /**
   * Cuts a connection that nobody waits for in a blocking write: such a thread is woken by the
   * farewell that a reset leaves out.
   */
  private record ConnectionReset(ConnectionCut gently) implements Cut {

    ConnectionReset(ServerConnection connection) {
      this(new ConnectionCut(connection));
    }

    /** Without the reset, the kernel keeps a stuck peer's unsent bytes for minutes. */
    @Override
    @SuppressWarnings("EmptyCatch") // a closed connection is what is wanted
    public void cut() {
      try {
        gently.connection().setOption(Options.CLOSE_ABORT, true);
      } catch (IOException e) {
        // It is closed already.
      }
      gently.cut();
    }

    @Override
    public void afterwards(Runnable release) {
      gently.afterwards(release);
    }
  }
}
