package io.tidings.examples.orders;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.SseFeature;
import java.net.URI;
import java.time.Duration;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** The example's hub and web server. */
public final class OrderServer implements AutoCloseable {

  private final Hub hub = Hub.create();
  private final HttpServer http;

  private OrderServer(int port) {
    Shop shop = new Shop(new OrdersPublisher(hub));
    hub.sources(shop);
    // tag::tickets[]
    ResourceConfig application =
        new ResourceConfig()
            .register(SseFeature.of(hub).tickets(Duration.ofMinutes(1)))
            .register(new Login());
    // end::tickets[]
    application.register(Page.class).register(new Warehouse(shop));
    http =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://localhost:" + port + "/"), application);
  }

  /** Serves on this port, or on any free one for zero. */
  static OrderServer start(int port) {
    return new OrderServer(port);
  }

  URI address() {
    return URI.create("http://localhost:" + http.getListeners().iterator().next().getPort() + "/");
  }

  @Override
  public void close() {
    hub.close(Duration.ofSeconds(2));
    http.shutdownNow();
  }

  /** Serves until it is stopped. */
  public static void main(String... arguments) {
    OrderServer server = start(8080);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    System.out.println("Orders move at " + server.address() + " for ann, whose password is secret");
  }
}
