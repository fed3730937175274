package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How streams end, and what readers that misbehave get. */
abstract class EndingContract extends ContainerContract {

  @Test
  void aCompletedTopicEndsCleanlyAndIsFinishedForThoseWhoSawAllOfIt() throws Exception {
    RawResponse stream = live("/markets/alerts");
    markets.alert("last words");
    String last = idOf(stream.block());

    publisher.topic("alerts").complete();

    String end = stream.block();
    assertThat(end)
        .isEqualTo("event: sse-end\nid: " + next(last) + "\ndata: {\"topic\":\"alerts\"}\n\n");
    assertThat(stream.rest()).isEmpty();
    String seen = "Last-Event-ID: " + idOf(end);
    assertThat(get("/markets/alerts", seen).status()).isEqualTo(204);
    assertThat(client().head("/markets/alerts", seen).status()).isEqualTo(204);
  }

  @Test
  void anIdleConnectionGetsHeartbeats() throws Exception {
    RawResponse stream = live("/markets/ticks");

    assertThat(stream.block()).matches(":[^\n]*\n\n");
    assertThat(stream.block()).matches(":[^\n]*\n\n");
  }

  @Test
  void closingTheHubTellsReadersWhenToComeBackAndEndsCleanly() throws Exception {
    RawResponse stream = live("/markets/alerts");
    markets.alert("before");

    hub.close(Duration.ofSeconds(5));

    String rest = stream.rest();
    assertThat(rest).containsPattern("retry: [0-9]+\n\n").contains("data: before\n\n");
  }

  @Test
  void aClosingHubSendsProgramsAwayWithAStatus() throws Exception {
    hub.close(Duration.ofSeconds(1));

    RawResponse refused = get("/markets/alerts");

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
  }

  @Test
  void aClosingHubSendsBrowsersAnEmptyStream() throws Exception {
    hub.close(Duration.ofSeconds(1));

    for (String browser : List.of("Sec-Fetch-Mode: cors", "User-Agent: Mozilla/5.0 (X11)")) {
      RawResponse stream = get("/markets/alerts", browser);

      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
      assertThat(stream.header("Cache-Control")).isEqualTo("no-store, no-transform");
      assertThat(stream.rest()).matches("retry: [0-9]+\n\n");
    }
  }

  @Test
  void aReaderThatNeverReadsDisturbsNobody() throws Exception {
    RawClient stuck = clientWithTinyWindow();
    stuck.send("GET", "/markets/bulk", "sse-clientid: stuck");
    await().until(() -> hub.connection("stuck").isPresent());
    RawResponse healthy = live("/markets/bulk");
    String large = "x".repeat(64 * 1024);

    for (int i = 0; i < 300; i++) {
      long start = System.nanoTime();
      markets.bulk(large);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      assertThat(healthy.block()).hasSizeGreaterThan(64 * 1024);
    }

    await().untilAsserted(() -> assertThat(hub.connection("stuck")).isEmpty());
    markets.bulk("after");
    assertThat(healthy.block()).endsWith("data: after\n\n");
  }

  @Test
  void aReaderThatVanishesIsForgotten() throws Exception {
    RawClient gone = client();
    gone.get("/markets/ticks", "sse-clientid: gone").block();
    await().until(() -> hub.connection("gone").isPresent());

    gone.reset();

    await().untilAsserted(() -> assertThat(hub.connections()).isEmpty());
  }
}
