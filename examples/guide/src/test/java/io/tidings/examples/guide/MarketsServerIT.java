package io.tidings.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MarketsServerIT {

  // Without an upgrade to HTTP/2, which Grizzly would wait for behind the body.
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Hub hub = Hub.create();
  private HttpServer server;

  @BeforeEach
  void start() {
    server = MarketsServer.start(hub, 0);
  }

  @AfterEach
  void stop() {
    MarketsServer.stop(hub, server);
  }

  @Test
  void aReaderSeesWhatTheReadmeShows() throws Exception {
    try (EventReader stream = EventReader.open(server, "/markets/prices/ACME")) {
      MarketsServer.publish(hub);

      assertThat(withoutEpoch(stream.event())).isEqualTo(withoutEpoch(readme("wire")));
    }
  }

  @Test
  void anInjectedPublisherReachesTheSameReaders() throws Exception {
    try (EventReader stream = EventReader.open(server, "/markets/prices/ACME")) {
      HttpResponse<Void> answer = put("/desk/ACME", "{\"amount\":7.5,\"currency\":\"EUR\"}");

      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(stream.event()).contains("data: {\"amount\":7.5,\"currency\":\"EUR\"}");
    }
  }

  @Test
  void aCompletedTopicEndsTheResponseAfterItsLastEvent() throws Exception {
    try (EventReader stream = EventReader.open(server, "/markets/prices/ACME")) {
      Listing listing = new Listing(hub);
      assertThat(listing.watched("ACME")).isTrue();

      listing.delist("ACME");

      assertThat(stream.rest())
          .containsSubsequence(
              "event: halted", "data: {\"reason\":\"delisted\"}", "event: sse-end");
    }
  }

  @Test
  void aHandWrittenReportEndsAfterItsLastLine() throws Exception {
    try (EventReader stream = EventReader.open(server, "/reports/monday")) {
      assertThat(stream.rest())
          .endsWith(
              "event: progress",
              "id: monday",
              "data: begins",
              "",
              "data: {\"amount\":42.10,\"currency\":\"EUR\"}",
              "");
    }
  }

  private HttpResponse<Void> put(String path, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(EventReader.address(server).resolve(path))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return client.send(request, BodyHandlers.discarding());
  }

  private static List<String> readme(String region) throws IOException {
    return Page.of("README.md").blocks().stream()
        .filter(block -> block.region().equals(region))
        .flatMap(block -> block.text().lines())
        .toList();
  }

  /** The epoch is made new for every history; everything else is compared to the letter. */
  private static List<String> withoutEpoch(List<String> block) {
    return block.stream().map(line -> line.replaceFirst("^id: [^-]+-", "id: *-")).toList();
  }
}
