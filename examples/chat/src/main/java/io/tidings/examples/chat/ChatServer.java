package io.tidings.examples.chat;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.SseFeature;
import java.net.URI;
import java.time.Duration;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** The example's hub and web server. */
public final class ChatServer implements AutoCloseable {

  private final Hub hub = Hub.create();
  private final HttpServer http;

  private ChatServer(int port) {
    hub.sources(new People(hub));
    ResourceConfig application =
        new ResourceConfig()
            .register(SseFeature.of(hub).console("console", caller -> true))
            .register(Page.class)
            .register(Desk.class);
    http =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://localhost:" + port + "/"), application);
  }

  /** Serves on this port, or on any free one for zero. */
  static ChatServer start(int port) {
    return new ChatServer(port);
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
    ChatServer server = start(8080);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    System.out.println("People talk at " + server.address());
  }
}
