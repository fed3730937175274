package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.markets.MarketsPublisher;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an open stream keeps of the request that it came from: nothing. */
final class HandOverIT {

  private final Hub hub = Hub.builder().codec(JacksonCodec.create()).build();
  private final List<WeakReference<ContainerRequestContext>> requests =
      new CopyOnWriteArrayList<>();
  private final ResourceConfig application =
      new ResourceConfig()
          .register(SseFeature.of(hub))
          .register((ContainerRequestFilter) request -> requests.add(new WeakReference<>(request)));

  @AfterEach
  void close() {
    hub.close(Duration.ofSeconds(1));
  }

  @Test
  void aStreamOnGrizzlyLetsGoOfItsRequest() throws Exception {
    assertLetsGo(GrizzlyServer.start(application));
  }

  @Test
  void aStreamOnJettyLetsGoOfItsRequest() throws Exception {
    assertLetsGo(JettyServer.start(application));
  }

  private void assertLetsGo(TestServer server) throws Exception {
    try (server;
        RawClient client = RawClient.to(server.port())) {
      RawResponse stream = client.get("/markets/alerts");
      stream.block();

      await().until(this::isLetGo);

      stream.block(); // the position
      new MarketsPublisher(hub).alert("still there");
      assertThat(stream.block()).contains("data: still there\n");
    }
  }

  private boolean isLetGo() {
    System.gc();
    return requests.size() == 1 && requests.get(0).get() == null;
  }
}
