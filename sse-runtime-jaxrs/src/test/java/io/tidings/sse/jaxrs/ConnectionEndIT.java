package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.ConnectionClosedException;
import io.tidings.sse.hub.HeartbeatPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a hand-written stream ends, and who gets none. */
@EveryKindOfContainer
final class ConnectionEndIT extends DeskServer {

  @Test
  void closeSendsTheRestAndEndsCleanly() throws Exception {
    RawResponse stream = live("/desk/a");
    SseConnection connection = connection();

    connection.sendData("last words");
    connection.close();
    connection.close();

    assertThat(connection.isOpen()).isFalse();
    assertThat(stream.rest()).isEqualTo("data: last words\n\n");
    assertThat(end(connection)).isEqualTo(CloseReason.CLOSED_BY_SERVER);
    assertThatThrownBy(() -> connection.sendData("too late"))
        .isInstanceOf(ConnectionClosedException.class)
        .hasMessageContaining("connection to desk/a must be open");
  }

  @Test
  void aClientThatLeavesIsNoticedAndSendingFails() throws Exception {
    RawClient client = client();
    desk.options =
        ConnectionOptions.usual().withHeartbeat(new HeartbeatPolicy(Duration.ofMillis(100), null));
    client.get("/desk/a").block();
    SseConnection connection = connection();

    client.reset();

    assertThat(end(connection)).isEqualTo(CloseReason.CLOSED_BY_CLIENT);
    assertThat(connection.isOpen()).isFalse();
    assertThatThrownBy(() -> connection.sendData("anyone?"))
        .isInstanceOf(ConnectionClosedException.class);
    await().untilAsserted(() -> assertThat(hub.connections()).isEmpty());
  }

  @Test
  void aClientThatDoesNotReadCostsOnlyItself() throws Exception {
    RawClient stuck = clientWithTinyWindow();
    stuck.send("GET", "/desk/stuck");
    SseConnection connection = connection();
    String data = "x".repeat(60_000);

    assertThatThrownBy(
            () -> {
              while (true) { // the delivery thread may be late; the test's own timeout ends it
                connection.sendData(data);
              }
            })
        .isInstanceOf(ConnectionClosedException.class);

    assertThat(end(connection)).isEqualTo(CloseReason.LAGGED);
  }

  @Test
  void aLifetimeEndsItCleanly() throws Exception {
    desk.options = ConnectionOptions.usual().withLifetime(Duration.ofMillis(300));

    assertThat(live("/desk/a").rest()).isEmpty();
    assertThat(end(connection())).isEqualTo(CloseReason.LIFETIME);
  }

  @Test
  void theHubKnowsItAndCanCloseIt() throws Exception {
    RawResponse stream = live("/desk/a?clientId=me");
    SseConnection connection = connection();

    Connection known = hub.connection("me").orElseThrow();
    assertThat(known.stream()).isEqualTo("desk/a");
    assertThat(known.topics()).isEmpty();
    assertThat(hub.connections()).hasSize(1);
    assertThat(hub.topics()).isEmpty();

    known.close(CloseReason.CLOSED_BY_SERVER);

    assertThat(stream.rest()).isEmpty();
    assertThat(end(connection)).isEqualTo(CloseReason.CLOSED_BY_SERVER);
  }

  @Test
  void aHubThatClosesSendsTheRestAndADelay() throws Exception {
    RawResponse stream = live("/desk/a");
    SseConnection connection = connection();
    connection.sendData("before");
    assertThat(stream.block()).isEqualTo("data: before\n\n");

    hub.close(Duration.ofSeconds(5));

    assertThat(stream.rest()).matches("retry: [0-9]+\n\n");
    assertThat(end(connection)).isEqualTo(CloseReason.HUB_CLOSED);
  }

  @Test
  void aProgramThatComesWhileTheHubIsClosedIsToldWhenToComeBack() throws Exception {
    hub.close(Duration.ofSeconds(1));

    RawResponse answer = get("/desk/a");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).matches("[3-9][0-9]");
  }

  @Test
  void aBrowserThatComesWhileTheHubIsClosedIsToldWhenToComeBack() throws Exception {
    hub.close(Duration.ofSeconds(1));

    RawResponse stream = get("/desk/a", "User-Agent: Mozilla/5.0");

    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.rest()).matches("retry: [3-9][0-9]{4}\n\n");
    SseConnection connection = connection();
    assertThat(connection.isOpen()).isFalse();
    assertThat(end(connection)).isEqualTo(CloseReason.HUB_CLOSED);
    assertThatThrownBy(() -> connection.comment("hello"))
        .isInstanceOf(ConnectionClosedException.class);
  }

  @Test
  void aClientForWhomThereIsNoRoomIsToldWhenToComeBack() throws Exception {
    desk.options = ConnectionOptions.usual().withMost(2, 1);
    get("/desk/a", "sse-clientid: ann").block();
    SseConnection ann = connection();

    RawResponse again = get("/desk/a", "sse-clientid: ann");
    get("/desk/a", "sse-clientid: bob").block();
    RawResponse full = get("/desk/a", "sse-clientid: eve");
    RawResponse browser = get("/desk/a", "User-Agent: Mozilla/5.0 (X11)");

    assertThat(again.status()).isEqualTo(429);
    assertThat(full.status()).isEqualTo(503);
    assertThat(full.header("Retry-After")).matches("[3-6][0-9]");
    assertThat(full.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.rest()).matches("retry: [3-6][0-9]{4}\n\n");
    List<SseConnection> others = List.of(connection(), connection()); // bob's, and the browser's
    SseConnection refused = others.get(others.get(0).isOpen() ? 1 : 0);
    assertThat(others).filteredOn(SseConnection::isOpen).hasSize(1);
    assertThat(end(refused)).isEqualTo(CloseReason.CLOSED_BY_SERVER);
    assertThat(get("/desk/b", "sse-clientid: ann").status()).isEqualTo(200);

    ann.close();
    await().until(() -> get("/desk/a", "sse-clientid: ann").status() == 200);
  }

  @Test
  void aPathHasNoMoreRoomForBeingWrittenInAnotherWay() throws Exception {
    desk.options = ConnectionOptions.usual().withMost(1, 0);
    get("/desk/a").block();

    assertThat(get("/desk/a").status()).isEqualTo(503);
    assertThat(get("/desk/a;again=1").status()).isEqualTo(503);
    assertThat(get("/desk;x/a").status()).isEqualTo(503);
    assertThat(get("/desk/%61").status()).isEqualTo(503);
    assertThat(get("/desk/b").status()).isEqualTo(200);
  }
}
