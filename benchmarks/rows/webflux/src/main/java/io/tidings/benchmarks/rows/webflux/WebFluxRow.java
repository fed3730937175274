package io.tidings.benchmarks.rows.webflux;

import io.tidings.benchmarks.harness.RowServer;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A hot multicast flux, with a bounded buffer a reader so that none holds the others. */
public final class WebFluxRow implements RowServer {

  // The lag that a reader may have, as Tidings allows by default; a slower one is cut off.
  private static final int MAX_LAG = 1_024;

  private final Sinks.Many<ServerSentEvent<String>> events =
      Sinks.many().multicast().directBestEffort();
  private final Flux<ServerSentEvent<String>> stream =
      events.asFlux().onBackpressureBuffer(MAX_LAG);
  private final DisposableServer server;

  /** Binds the server. */
  public WebFluxRow() {
    RouterFunction<ServerResponse> route =
        RouterFunctions.route()
            .GET(
                path(),
                request -> ServerResponse.ok().body(BodyInserters.fromServerSentEvents(stream)))
            .build();
    server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(route)))
            .bindNow();
  }

  @Override
  public int start() {
    return server.port();
  }

  @Override
  public void publish(String id, String data) {
    events.emitNext(
        ServerSentEvent.builder(data).id(id).event(EVENT).build(),
        Sinks.EmitFailureHandler.FAIL_FAST);
  }

  @Override
  public int readers() {
    return events.currentSubscriberCount();
  }
}
