package io.tidings.examples.cdi;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.SseFeature;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** The application: a CDI container, and a server in front of it. */
public final class Shop implements AutoCloseable {

  private final SeContainer container;
  private final HttpServer server;

  private Shop(SeContainer container, HttpServer server) {
    this.container = container;
    this.server = server;
  }

  /** Starts on port 8080. */
  public static void main(String... arguments) throws IOException {
    Shop shop = open(URI.create("http://localhost:8080/"));
    System.out.println("Enter stops the shop at " + shop.port());
    System.in.read();
    shop.close();
  }

  /** Starts both. */
  static Shop open(URI address) {
    SeContainer container = SeContainerInitializer.newInstance().initialize();
    Hub hub = container.select(Hub.class).get();
    ResourceConfig application = new ResourceConfig(OrderDesk.class).register(SseFeature.of(hub));
    return new Shop(container, GrizzlyHttpServerFactory.createHttpServer(address, application));
  }

  int port() {
    return server.getListeners().iterator().next().getPort();
  }

  /** The hub first, so that readers are told before the server goes. */
  @Override
  public void close() {
    container.select(Hub.class).get().close();
    server.shutdownNow();
    container.close();
  }
}
