package io.tidings.sse.transport.servlet;

import io.tidings.sse.transport.StartedResponse;
import io.tidings.sse.transport.Takeover;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;

/** Offers the non-blocking output of a servlet container. */
class ServletTakeover implements Takeover {

  private static final String WAY = "the servlet container's non-blocking output";

  private final HttpServletRequest request;

  ServletTakeover(HttpServletRequest request) {
    this.request = request;
  }

  @Override
  public final Offer offer(StartedResponse response) {
    if (!request.isAsyncStarted()) {
      return new Declined(WAY, "the request is not asynchronous");
    }
    AsyncContext async = request.getAsyncContext();
    if (!async.hasOriginalRequestAndResponse()) {
      return new Declined(WAY, "a filter has wrapped the response");
    }
    return new Taken(WAY, "it writes without blocking a thread", sink(async, response));
  }

  /** The sink that goes on with the response. */
  ServletSink sink(AsyncContext async, StartedResponse response) {
    return new ServletSink(async, response, true);
  }
}
