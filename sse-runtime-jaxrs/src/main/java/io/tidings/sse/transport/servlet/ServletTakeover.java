package io.tidings.sse.transport.servlet;

import io.tidings.sse.transport.StartedResponse;
import io.tidings.sse.transport.Takeover;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

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
    examine(async, response);
    Optional<String> obstacle = response.obstacle().or(() -> obstacle(async));
    if (obstacle.isEmpty() && !async.hasOriginalRequestAndResponse()) {
      obstacle = Optional.of("a filter has wrapped the response");
    }
    if (obstacle.isPresent()) {
      async.addListener(new Vacating(response.occupancy()));
      return new Declined(WAY, obstacle.get());
    }
    return new Taken(WAY, "it writes without blocking a thread", sink(async, response));
  }

  /** Why this container's output is not to be used, if so. */
  Optional<String> obstacle(AsyncContext async) {
    return Optional.empty();
  }

  /** Tells the response what is known of this container. */
  void examine(AsyncContext async, StartedResponse response) {}

  /** The sink that goes on with the response. */
  ServletSink sink(AsyncContext async, StartedResponse response) {
    return new ServletSink(async, response, true);
  }
}
