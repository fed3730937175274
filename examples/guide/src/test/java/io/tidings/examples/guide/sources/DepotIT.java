package io.tidings.examples.guide.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.PollResult;
import io.tidings.sse.jaxrs.SseFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DepotIT {

  private final AtomicInteger count = new AtomicInteger(3);
  private final List<String> gates = new CopyOnWriteArrayList<>(List.of("B-TR 1"));
  private final DepotSources sources =
      new DepotSources() {
        @Override
        public PollResult<Parcels> parcels(String depot, int belt) {
          return PollResult.of(
              new Parcels(depot.equals("nord ost") && belt == 7 ? count.get() : 0));
        }

        @Override
        public List<String> trucks(String depot) {
          return List.copyOf(gates);
        }
      };
  private final Hub hub = Hub.create();
  private HttpServer server;

  @BeforeEach
  void start() {
    hub.sources(sources);
    ResourceConfig app = new ResourceConfig().register(SseFeature.of(hub).only(Depot.class));
    server = GrizzlyHttpServerFactory.createHttpServer(URI.create("http://localhost:0/"), app);
  }

  @AfterEach
  void stop() {
    hub.close(Duration.ofSeconds(5));
    server.shutdownNow();
  }

  @Test
  void aPolledEventReachesReadersWhenItChangesAndNewcomersAtOnce() throws Exception {
    try (BufferedReader first = open("/depots/nord%20ost/belts/07")) {
      assertThat(event(first)).contains("event: parcels", "data: {\"count\":3}");
      count.set(4);
      assertThat(event(first)).contains("data: {\"count\":4}");

      try (BufferedReader second = open("/depots/nord%20ost/belts/7")) {
        assertThat(event(second)).contains("data: {\"count\":4}");
      }
    }
  }

  @Test
  void aNewcomerGetsTheSnapshotWithAPositionAndThenTheLog() throws Exception {
    DepotPublisher depot = new DepotPublisher(hub);
    depot.arrived("sued", "B-TR 1");

    try (BufferedReader reader = open("/depots/sued/gates")) {
      List<String> snapshot = event(reader);
      assertThat(snapshot).contains("event: trucks", "data: [\"B-TR 1\"]");
      depot.arrived("sued", "B-TR 2");

      assertThat(event(reader)).contains("event: arrived", "data: B-TR 2");
      assertThat(snapshot).anyMatch(line -> line.matches("id: .+-1"));
    }
  }

  @Test
  void aReaderWithACursorGetsWhatItMissedAndNoSnapshot() throws Exception {
    DepotPublisher depot = new DepotPublisher(hub);
    depot.arrived("sued", "B-TR 1");
    String id = depot.topic(new DepotTopic.Gates("sued")).lastEventId().orElseThrow();
    depot.arrived("sued", "B-TR 2");

    try (BufferedReader reader = open("/depots/sued/gates?lastEventId=" + id)) {
      assertThat(event(reader)).contains("event: arrived", "data: B-TR 2");
    }
  }

  private BufferedReader open(String path) throws IOException {
    int port = server.getListeners().iterator().next().getPort();
    HttpURLConnection connection =
        (HttpURLConnection) URI.create("http://localhost:" + port + path).toURL().openConnection();
    connection.setReadTimeout(10_000);
    return new BufferedReader(
        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
  }

  /** The next block with data. */
  private static List<String> event(BufferedReader stream) throws IOException {
    List<String> block = new ArrayList<>();
    for (String line = stream.readLine(); line != null; line = stream.readLine()) {
      if (!line.isEmpty()) {
        block.add(line);
      } else if (block.stream().anyMatch(field -> field.startsWith("data:"))) {
        return block;
      } else {
        block.clear();
      }
    }
    throw new IllegalStateException("stream must carry an event; it ended before");
  }
}
