package io.tidings.examples.guide.client;

import io.tidings.examples.guide.RestartableServer;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.SseFeature;
import java.net.URI;
import java.time.Duration;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.server.ResourceConfig;

/** A server of {@link Mail} that can be restarted at its address; its hub lives on. */
final class MailServer implements AutoCloseable {

  private final Hub hub = Hub.create();
  private HttpServer server = start(0);

  Mail mail() {
    return new MailPublisher(hub);
  }

  URI uri() {
    return URI.create("http://localhost:" + port() + "/");
  }

  int readers() {
    return hub.connections().size();
  }

  /** Cuts every connection and starts a new server at the same port. */
  void restart() {
    int port = port();
    server.shutdownNow();
    server = start(port);
  }

  private int port() {
    return server.getListeners().iterator().next().getPort();
  }

  private HttpServer start(int port) {
    URI address = URI.create("http://localhost:" + port + "/");
    ResourceConfig app = new ResourceConfig().register(SseFeature.of(hub).only(Mail.class));
    return RestartableServer.start(address, app);
  }

  @Override
  public void close() {
    hub.close(Duration.ofSeconds(5));
    server.shutdownNow();
  }
}
