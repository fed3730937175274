package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.markets.MarketsPublisher;
import io.tidings.sse.jaxrs.markets.MarketsResource;
import io.tidings.sse.jaxrs.markets.Price;
import io.tidings.sse.metrics.HubMetrics;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Prometheus scrapes while clients read. */
@Timeout(60)
final class MetricsIT {

  private static final int READERS = 20;
  private static final int EVENTS = 500;

  private final PrometheusMeterRegistry prometheus =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Hub hub = Hub.create();
  private final MarketsPublisher markets = new MarketsPublisher(hub);
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    // The first hub is the one that is bound, and a hub of an earlier test may still be open.
    List.copyOf(Metrics.globalRegistry.getMeters()).stream()
        .filter(meter -> meter.getId().getName().startsWith("sse."))
        .forEach(Metrics.globalRegistry::remove);
    Metrics.addRegistry(prometheus);
    server =
        GrizzlyServer.start(
            new ResourceConfig().register(MarketsResource.class).register(SseFeature.of(hub)));
  }

  @AfterEach
  void stop() {
    hub.close(Duration.ZERO);
    server.close();
    Metrics.removeRegistry(prometheus);
  }

  /** The value of one line of the scrape. */
  private double scraped(String series) {
    return prometheus
        .scrape()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(series + " is not in\n" + prometheus.scrape()));
  }

  @Test
  void aScrapeEqualsWhatClientsCounted() throws Exception {
    List<RawClient> clients = new ArrayList<>();
    List<RawResponse> streams = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      RawClient client = RawClient.to(server.port());
      clients.add(client);
      RawResponse stream = client.get("/markets/prices/ACME");
      stream.block();
      stream.block();
      streams.add(stream);
    }
    await().until(() -> scraped("sse_connections") == READERS);
    for (int i = 0; i < EVENTS; i++) {
      markets.price("ACME", new Price("ACME", BigDecimal.valueOf(i)));
    }
    int counted = 0;
    for (RawResponse stream : streams) {
      for (int i = 0; i < EVENTS; i++) {
        counted += stream.block().contains("event: price\n") ? 1 : 0;
      }
    }
    double delivered = counted;

    await().until(() -> scraped("sse_events_delivered_total") == delivered);
    assertThat(counted).isEqualTo(READERS * EVENTS);
    assertThat(scraped("sse_events_published_total")).isEqualTo(EVENTS);
    assertThat(scraped("sse_topics")).isEqualTo(1);
    assertThat(scraped("sse_events_dropped_total")).isZero();
    assertThat(scraped("sse_gaps_total")).isZero();
    assertThat(scraped("sse_subscriber_lag")).isZero();
    assertThat(scraped("sse_bytes_sent_bytes_total")).isGreaterThan(READERS * EVENTS * 40.0);
    assertThat(scraped("sse_delivery_latency_seconds_count")).isPositive();
    assertThat(scraped("sse_delivery_latency_seconds_sum")).isPositive();

    for (RawClient client : clients.subList(0, 5)) {
      client.close();
    }
    await()
        .until(
            () -> {
              markets.price("ACME", new Price("ACME", BigDecimal.ONE)); // finds who has gone
              return scraped("sse_disconnects_total{reason=\"closed_by_client\"}") == 5;
            });
    hub.connections().get(0).close(CloseReason.CLOSED_BY_SERVER);
    await().until(() -> scraped("sse_disconnects_total{reason=\"closed_by_server\"}") == 1);
    for (RawClient client : clients) {
      client.close();
    }
  }

  @Test
  void nothingIsLeftInTheGlobalRegistryWhenTheHubHasClosed() {
    assertThat(prometheus.scrape()).contains("sse_connections");

    hub.close(Duration.ZERO);

    assertThat(prometheus.scrape()).doesNotContain("sse_");
  }

  @Test
  void topicsAreLabelsOnlyWhereTheyAreAskedFor() throws Exception {
    PrometheusMeterRegistry own = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (RawClient client = RawClient.to(server.port());
        RawClient other = RawClient.to(server.port())) {
      client.get("/markets?topic=prices/ACME&topic=prices/EMCA");
      other.get("/markets/prices/ACME");
      await().until(() -> hub.connections().size() == 2);
      HubMetrics metrics = HubMetrics.of(hub).withTopics(1);
      metrics.bindTo(own);

      assertThat(own.scrape())
          .contains("sse_topic_connections{stream=\"markets\",topic=\"prices/ACME\"} 2")
          .doesNotContain("EMCA");
      metrics.close();
      assertThat(own.scrape()).doesNotContain("sse_");
    }
  }

  @Test
  void twoHubsShareARegistryByATag() {
    PrometheusMeterRegistry own = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try (Hub other = Hub.create();
        HubMetrics first = HubMetrics.of(hub).withTags("hub", "one");
        HubMetrics second = HubMetrics.of(other).withTags("hub", "two")) {
      first.bindTo(own);
      second.bindTo(own);

      assertThat(own.scrape())
          .contains("sse_connections{hub=\"one\"} 0.0", "sse_connections{hub=\"two\"} 0.0")
          .doesNotContain("topic=");
    }
  }
}
