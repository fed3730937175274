package io.tidings.examples.guide.client;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.SseFeature;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** The server of the desks. */
final class Office implements AutoCloseable {

  final Hub hub = Hub.create();
  final DeskPublisher desk = new DeskPublisher(hub);
  private final HttpServer server;

  Office(DeskSources sources) {
    hub.sources(sources);
    ResourceConfig app = new ResourceConfig().register(SseFeature.of(hub).only(Desk.class));
    server = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://localhost:0/app/"), app);
  }

  URI uri() {
    int port = server.getListeners().iterator().next().getPort();
    return URI.create("http://localhost:" + port + "/app");
  }

  void awaitReader(DeskTopic... topics) {
    for (DeskTopic topic : topics) {
      Awaitility.await().until(() -> desk.topic(topic).subscriberCount() > 0);
    }
  }

  @Override
  public void close() {
    hub.close(Duration.ofSeconds(5));
    server.shutdownNow();
  }
}
