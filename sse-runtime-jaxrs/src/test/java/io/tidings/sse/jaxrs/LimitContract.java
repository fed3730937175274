package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubListener;
import io.tidings.sse.jaxrs.crowd.Crowd;
import io.tidings.sse.jaxrs.crowd.CrowdResource;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What clients get for whom there is no room. */
abstract class LimitContract extends ServedHub {

  private static final String BROWSER = "User-Agent: Mozilla/5.0 (X11; Linux x86_64)";

  private final List<CloseReason> reasons = new CopyOnWriteArrayList<>();
  private Crowd crowd;

  abstract TestServer.Starter container();

  @BeforeEach
  void start() throws Exception {
    hub =
        Hub.builder()
            .topics(20)
            .listener(
                new HubListener() {
                  @Override
                  public void unsubscribed(Connection connection, CloseReason reason) {
                    reasons.add(reason);
                  }
                })
            .build();
    crowd = new Crowd(hub);
    server =
        container().start(new ResourceConfig(CrowdResource.class).register(SseFeature.of(hub)));
  }

  private RawResponse enter(String room) throws IOException {
    return ContainerContract.live(get("/crowd/rooms/" + room));
  }

  private static long retryOf(RawResponse stream) throws IOException {
    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(stream.header("Cache-Control")).isEqualTo("no-store, no-transform");
    String body = stream.rest();
    assertThat(body).matches("retry: [0-9]+\n\n");
    return Long.parseLong(body.strip().substring("retry: ".length()));
  }

  @Test
  void aProgramForWhichThereIsNoRoomIsToldWhenToComeBackAndDisturbsNobody() throws Exception {
    RawResponse first = enter("a");
    enter("a");
    enter("b");

    RawResponse refused = get("/crowd/rooms/b");

    assertThat(refused.status()).isEqualTo(503);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(30, 60);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    assertThat(refused.rest()).contains("\"title\":\"too many connections\"");
    crowd.say("a", "hello");
    assertThat(first.block()).endsWith("data: hello\n\n");
  }

  @Test
  void thereIsRoomAgainWhenAConnectionHasEnded() throws Exception {
    enter("a");
    enter("a");
    RawClient leaving = client();
    leaving.get("/crowd/rooms/b", "sse-clientid: leaving").block();
    assertThat(get("/crowd/rooms/c").status()).isEqualTo(503);

    // The greeting leaves before the connection is told of.
    await().untilAsserted(() -> assertThat(hub.connection("leaving")).isPresent());
    hub.connection("leaving").orElseThrow().close(CloseReason.CLOSED_BY_SERVER);

    await().untilAsserted(() -> assertThat(hub.connections()).hasSize(2));
    enter("c");
    assertThat(get("/crowd/rooms/c").status()).isEqualTo(503);
  }

  @Test
  void aTopicHasRoomForSoManyWhateverElseIsFree() throws Exception {
    enter("a");
    enter("a");

    assertThat(get("/crowd/rooms/a").status()).isEqualTo(503);
    enter("b");
  }

  @Test
  void aClientThatHasEnoughIsToldSo() throws Exception {
    get("/crowd/rooms/a", "sse-clientid: one").block();

    RawResponse refused = get("/crowd/rooms/b", "sse-clientid: one");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
    assertThat(get("/crowd/rooms/b", "sse-clientid: two").status()).isEqualTo(200);
  }

  @Test
  void aBrowserIsNeverSentAwayForGoodAndWaitsLongerEachTime() throws Exception {
    enter("a");
    enter("a");

    long first = retryOf(get("/crowd/rooms/a", BROWSER));
    long second = retryOf(get("/crowd/rooms/a", BROWSER));
    long third = retryOf(get("/crowd/rooms/a", BROWSER));
    long other = retryOf(get("/crowd/rooms/a", "Sec-Fetch-Mode: cors", "User-Agent: Other"));

    assertThat(first).isBetween(30_000L, 60_000L);
    assertThat(second).isGreaterThanOrEqualTo(2 * 30_000L).isGreaterThanOrEqualTo(first);
    assertThat(third).isGreaterThanOrEqualTo(4 * 30_000L).isGreaterThanOrEqualTo(second);
    assertThat(other).isBetween(30_000L, 60_000L);
  }

  @Test
  void whatCanNeverSucceedIsABadRequestForEveryone() throws Exception {
    String target = "/crowd?topic=rooms/a&topic=rooms/b&topic=rooms/c";

    RawResponse refused = get(target);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.rest()).contains("at most 2 topics");
    assertThat(get(target, BROWSER).status()).isEqualTo(400);
    assertThat(get("/crowd?topic=rooms/a&topic=rooms/b&topic=rooms/a").status()).isEqualTo(200);
  }

  @Test
  void clientsThatInventTopicsLeaveRoomForPublishers() throws Exception {
    for (int i = 0; i < 60; i++) {
      assertThat(client().head("/crowd/rooms/invented" + i).status()).isIn(200, 503);
    }

    assertThat(hub.topics()).hasSizeLessThanOrEqualTo(18);
    crowd.say("needed", "hello");
  }

  @Test
  void aConnectionThatHasLivedItsTimeEndsCleanly() throws Exception {
    RawResponse stream = get("/crowd/brief");

    assertThat(stream.rest()).contains("retry: ");

    await().untilAsserted(() -> assertThat(reasons).containsExactly(CloseReason.LIFETIME));
  }
}
