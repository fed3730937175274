package io.tidings.sse.transport.servlet;

import io.tidings.sse.transport.Cut;
import io.tidings.sse.transport.StartedResponse;
import io.tidings.sse.transport.Takeover;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.spec.HttpServletRequestImpl;
import io.undertow.util.Protocols;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import org.xnio.IoUtils;

/**
 * Takes nothing over, but knows how to cut a connection of Undertow, which has no write timeout
 * unless it is given one. Loaded only where Undertow is.
 */
final class UndertowKnowledge implements Takeover {

  private final HttpServletRequest request;

  UndertowKnowledge(HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public Offer offer(StartedResponse response) {
    ServletRequest inner = request.getAsyncContext().getRequest();
    while (inner instanceof ServletRequestWrapper wrapper) {
      inner = wrapper.getRequest();
    }
    if (inner instanceof HttpServletRequestImpl undertow) {
      HttpServerExchange exchange = undertow.getExchange();
      if (!Protocols.HTTP_2_0.equals(exchange.getProtocol())) {
        response.cutBy(new ExchangeCut(exchange));
      }
    }
    return new Declined("Undertow's connection", "it is reached through the Servlet API");
  }

  private record ExchangeCut(HttpServerExchange exchange) implements Cut {

    @Override
    public void cut() {
      IoUtils.safeClose(exchange.getConnection());
    }

    /** On any other thread, Undertow logs as an error that it cannot flush to a closed socket. */
    @Override
    public void afterwards(Runnable release) {
      exchange.getIoThread().execute(release);
    }
  }
}
