package io.tidings.sse.transport.servlet;

import io.tidings.sse.transport.Cut;
import io.tidings.sse.transport.StartedResponse;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.spec.HttpServletRequestImpl;
import io.undertow.util.Protocols;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.RejectedExecutionException;
import org.xnio.IoUtils;

/** Offers the non-blocking output of Undertow, with its ways. Loaded only where Undertow is. */
final class UndertowTakeover extends ServletTakeover {

  /**
   * Undertow says that it is ready while a flush has left bytes in its buffer, and they would stay
   * there until the next event. What does not fit into its buffer it writes through.
   */
  private static final int NO_BUFFER = 1;

  private final HttpServletResponse response;

  UndertowTakeover(HttpServletRequest request, HttpServletResponse response) {
    super(request);
    this.response = response;
  }

  @Override
  public void prepare() {
    response.setBufferSize(NO_BUFFER);
  }

  @Override
  void examine(AsyncContext async, StartedResponse response) {
    if (async.getRequest() instanceof HttpServletRequestImpl undertow
        && !Protocols.HTTP_2_0.equals(undertow.getExchange().getProtocol())) {
      response.cutBy(new ExchangeCut(undertow.getExchange()));
    }
  }

  @Override
  ServletSink sink(AsyncContext async, StartedResponse response) {
    return new ServletSink(async, response, false);
  }

  /** Undertow has no write timeout unless it is given one, and would wait for a stuck peer. */
  private record ExchangeCut(HttpServerExchange exchange) implements Cut {

    @Override
    public void cut() {
      IoUtils.safeClose(exchange.getConnection());
    }

    /** On any other thread, Undertow logs as an error that it cannot flush to a closed socket. */
    @Override
    public void afterwards(Runnable release) {
      try {
        exchange.getIoThread().execute(release);
      } catch (RejectedExecutionException e) {
        release.run(); // the server is stopping, and has no thread left
      }
    }
  }
}
