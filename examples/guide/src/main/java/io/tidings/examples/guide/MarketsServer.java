package io.tidings.examples.guide;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.SseFeature;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ForkJoinPool;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** A server that streams one price. */
public final class MarketsServer {

  private MarketsServer() {}

  /** Starts on the port, publishes one price and streams until the process is stopped. */
  public static void main(String[] arguments) {
    Hub hub = Hub.create();
    HttpServer server = start(hub, Integer.parseInt(arguments[0]));
    publish(hub);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(hub, server)));
  }

  static HttpServer start(Hub hub, int port) {
    URI address = URI.create("http://localhost:" + port + "/");
    // tag::serve[]
    ResourceConfig app = new ResourceConfig().register(SseFeature.of(hub));
    // end::serve[]
    app.register(PriceDesk.class);
    app.register(new Reports(ForkJoinPool.commonPool()));
    return GrizzlyHttpServerFactory.createHttpServer(address, app);
  }

  static void publish(Hub hub) {
    // tag::publish[]
    Markets markets = new MarketsPublisher(hub);
    markets.price("ACME", new Price(new BigDecimal("42.10"), "EUR"));
    // end::publish[]
  }

  static void stop(Hub hub, HttpServer server) {
    // tag::stop[]
    hub.close(Duration.ofSeconds(10));
    // end::stop[]
    server.shutdownNow();
  }
}
