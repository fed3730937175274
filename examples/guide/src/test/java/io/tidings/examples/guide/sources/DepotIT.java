package io.tidings.examples.guide.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.examples.guide.EventReader;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.PollResult;
import io.tidings.sse.jaxrs.SseFeature;
import java.net.URI;
import java.time.Duration;
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
    try (EventReader first = EventReader.open(server, "/depots/nord%20ost/belts/07")) {
      assertThat(first.event()).contains("event: parcels", "data: {\"count\":3}");
      count.set(4);
      assertThat(first.event()).contains("data: {\"count\":4}");

      try (EventReader second = EventReader.open(server, "/depots/nord%20ost/belts/7")) {
        assertThat(second.event()).contains("data: {\"count\":4}");
      }
    }
  }

  @Test
  void aNewcomerGetsTheSnapshotWithAPositionAndThenTheLog() throws Exception {
    DepotPublisher depot = new DepotPublisher(hub);
    depot.arrived("sued", "B-TR 1");

    try (EventReader reader = EventReader.open(server, "/depots/sued/gates")) {
      List<String> snapshot = reader.event();
      assertThat(snapshot).contains("event: trucks", "data: [\"B-TR 1\"]");
      depot.arrived("sued", "B-TR 2");

      assertThat(reader.event()).contains("event: arrived", "data: B-TR 2");
      assertThat(snapshot).anyMatch(line -> line.matches("id: .+-1"));
    }
  }

  @Test
  void aReaderWithACursorGetsWhatItMissedAndNoSnapshot() throws Exception {
    DepotPublisher depot = new DepotPublisher(hub);
    depot.arrived("sued", "B-TR 1");
    String id = depot.topic(new DepotTopic.Gates("sued")).lastEventId().orElseThrow();
    depot.arrived("sued", "B-TR 2");

    try (EventReader reader = EventReader.open(server, "/depots/sued/gates?lastEventId=" + id)) {
      assertThat(reader.event()).contains("event: arrived", "data: B-TR 2");
    }
  }
}
