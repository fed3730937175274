package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.event.Event;
import io.tidings.sse.hub.BackpressurePolicy;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.ConnectionClosedException;
import io.tidings.sse.hub.HeartbeatPolicy;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.PayloadTooLargeException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a hand-written resource gets, on every container. */
abstract class ConnectionContract {

  private static final long PATIENCE = 10;

  final List<AutoCloseable> opened = new ArrayList<>();
  private final Desk desk = new Desk();
  private Hub hub;
  private TestServer server;

  abstract TestServer.Starter container();

  /** A resource as a user writes it; the test plays the application behind it. */
  @Path("desk")
  public static final class Desk {

    final BlockingQueue<SseConnection> connections = new LinkedBlockingQueue<>();
    private ConnectionOptions options = ConnectionOptions.usual();

    @GET
    @Path("{name}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void stream(@Context SseEventSink sink, @Context ContainerRequestContext request) {
      connections.add(SseConnection.open(request, sink, options));
    }

    @GET
    @Path("plain/jaxrs")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void plain(@Context SseEventSink sink, @Context Sse sse) {
      sink.send(sse.newEvent("without us"));
      close(sink);
    }

    @GET
    @Path("plain/page")
    @Produces(MediaType.TEXT_PLAIN)
    public String page(@Context ContainerRequestContext request) {
      try {
        SseConnection.open(request, null);
        return "opened";
      } catch (IllegalStateException refused) {
        return refused.getMessage();
      }
    }

    private static void close(SseEventSink sink) {
      try {
        sink.close();
      } catch (Exception e) {
        throw new IllegalStateException("sink must close", e);
      }
    }
  }

  @BeforeEach
  void start() throws Exception {
    hub = Hub.builder().codec(JacksonCodec.create()).build();
    server = container().start(new ResourceConfig().register(desk).register(SseFeature.of(hub)));
  }

  @AfterEach
  void stop() throws Exception {
    hub.close(Duration.ofSeconds(1));
    for (AutoCloseable client : opened) {
      client.close();
    }
    server.close();
  }

  private RawClient client() throws Exception {
    RawClient client = RawClient.to(server.port());
    opened.add(client);
    return client;
  }

  private RawResponse get(String target, String... headers) throws Exception {
    RawResponse stream = client().get(target, headers);
    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.block()).matches(ContainerContract.FIRST_BLOCK);
    return stream;
  }

  private SseConnection connection() throws Exception {
    SseConnection connection = desk.connections.poll(PATIENCE, TimeUnit.SECONDS);
    assertThat(connection).isNotNull();
    return connection;
  }

  private static CloseReason end(SseConnection connection) throws Exception {
    CompletableFuture<CloseReason> end = new CompletableFuture<>();
    connection.done().thenAccept(end::complete);
    return end.get(PATIENCE, TimeUnit.SECONDS);
  }

  @Test
  void whatIsSentArrivesAsItWasWrittenAndInOrder() throws Exception {
    RawResponse stream = get("/desk/a");
    SseConnection connection = connection();

    connection.send(Event.of("one\ntwo").withType("greeting").withId("own-1"));
    connection.sendData("plain");
    connection.sendJson(Map.of("amount", 42));
    connection.comment("still here");

    assertThat(stream.block()).isEqualTo("event: greeting\nid: own-1\ndata: one\ndata: two\n\n");
    assertThat(stream.block()).isEqualTo("data: plain\n\n");
    assertThat(stream.block()).isEqualTo("data: {\"amount\":42}\n\n");
    assertThat(stream.block()).isEqualTo(": still here\n\n");
  }

  @Test
  void theHeadIsThatOfEveryEventStreamAndTheApplicationsOwn() throws Exception {
    desk.options =
        ConnectionOptions.usual().withHeader("X-Job", "17").withHeader("Content-Type", "text/html");

    RawResponse stream = get("/desk/a");

    assertThat(stream.header("X-Job")).isEqualTo("17");
    assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(stream.header("Cache-Control")).isEqualTo("no-store, no-transform");
    assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
  }

  @Test
  void closeSendsTheRestAndEndsCleanly() throws Exception {
    RawResponse stream = get("/desk/a");
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
  void severalThreadsMaySendAtOnceAndEachIsInOrder() throws Exception {
    RawResponse stream = get("/desk/a");
    SseConnection connection = connection();
    CountDownLatch ready = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int own = t;
      Thread thread =
          new Thread(
              () -> {
                awaitQuietly(ready);
                for (int i = 0; i < 100; i++) {
                  connection.sendData(own + " " + i);
                }
              });
      thread.start();
      threads.add(thread);
    }

    ready.countDown();

    int[] next = new int[4];
    for (int i = 0; i < 400; i++) {
      String[] data = stream.block().strip().substring("data: ".length()).split(" ", 2);
      assertThat(data[1]).isEqualTo("" + next[Integer.parseInt(data[0])]++);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
    RawClient stuck = RawClient.withTinyWindow(server.port());
    opened.add(stuck);
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
  void anIdleConnectionGetsItsHeartbeat() throws Exception {
    desk.options =
        ConnectionOptions.usual()
            .withHeartbeat(new HeartbeatPolicy(Duration.ofMillis(100), "beat"));

    assertThat(get("/desk/a").block()).isEqualTo("event: beat\ndata: \n\n");
  }

  @Test
  void aLifetimeEndsItCleanly() throws Exception {
    desk.options = ConnectionOptions.usual().withLifetime(Duration.ofMillis(300));

    assertThat(get("/desk/a").rest()).isEmpty();
    assertThat(end(connection())).isEqualTo(CloseReason.LIFETIME);
  }

  @Test
  void whatIsTooLargeIsRefusedAndTheConnectionStays() throws Exception {
    desk.options = ConnectionOptions.usual().withPayloadLimit(10);
    RawResponse stream = get("/desk/a");
    SseConnection connection = connection();

    assertThatThrownBy(() -> connection.sendData("12345678901"))
        .isInstanceOf(PayloadTooLargeException.class);
    connection.sendData("1234567890");

    assertThat(stream.block()).isEqualTo("data: 1234567890\n\n");
  }

  @Test
  void theHubKnowsItAndCanCloseIt() throws Exception {
    RawResponse stream = get("/desk/a?clientId=me");
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
    RawResponse stream = get("/desk/a");
    SseConnection connection = connection();
    connection.sendData("before");
    assertThat(stream.block()).isEqualTo("data: before\n\n");

    hub.close(Duration.ofSeconds(5));

    assertThat(stream.rest()).matches("retry: [0-9]+\n\n");
    assertThat(end(connection)).isEqualTo(CloseReason.HUB_CLOSED);
  }

  @Test
  void aClientThatComesWhileTheHubIsClosedIsToldWhenToComeBack() throws Exception {
    hub.close(Duration.ofSeconds(1));

    RawResponse stream = client().get("/desk/a");

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
    client().get("/desk/a", "sse-clientid: ann").block();
    SseConnection ann = connection();

    RawResponse again = client().get("/desk/a", "sse-clientid: ann");
    client().get("/desk/a", "sse-clientid: bob").block();
    RawResponse full = client().get("/desk/a", "sse-clientid: eve");
    RawResponse browser = client().get("/desk/a", "User-Agent: Mozilla/5.0 (X11)");

    assertThat(again.status()).isEqualTo(429);
    assertThat(full.status()).isEqualTo(503);
    assertThat(full.header("Retry-After")).matches("[3-6][0-9]");
    assertThat(full.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.rest()).matches("retry: [3-6][0-9]{4}\n\n");
    assertThat(client().get("/desk/b", "sse-clientid: ann").status()).isEqualTo(200);

    ann.close();
    await().until(() -> client().get("/desk/a", "sse-clientid: ann").status() == 200);
  }

  @Test
  void eventSinksWithoutAConnectionStayAsTheyWere() throws Exception {
    RawResponse stream = client().get("/desk/plain/jaxrs");

    assertThat(stream.headers()).doesNotContainKey("X-Accel-Buffering");
    assertThat(stream.rest()).isEqualTo("data: without us\n\n");
  }

  @Test
  void aMethodWithoutAnEventSinkIsToldWhatIsMissing() throws Exception {
    assertThat(client().get("/desk/plain/page").rest())
        .contains("request to desk/plain/page must belong to a resource method with @Produces");
  }

  @Test
  void optionsRefuseHeadersThatWouldSplitTheResponse() {
    assertThatThrownBy(() -> ConnectionOptions.usual().withHeader("X", "a\r\nb"))
        .hasMessage("header value must not have control characters; was a??b");
  }

  @Test
  void theBoundOfASlowClientCanBeChanged() throws Exception {
    desk.options =
        ConnectionOptions.usual()
            .withBackpressure(
                new BackpressurePolicy(
                    BackpressurePolicy.Policy.LATEST, 100_000, 64 << 20, Duration.ofSeconds(30)));
    RawResponse stream = get("/desk/a");
    SseConnection connection = connection();

    for (int i = 0; i < 20_000; i++) {
      connection.sendData("" + i);
    }

    for (int i = 0; i < 20_000; i++) {
      assertThat(stream.block()).isEqualTo("data: " + i + "\n\n");
    }
    await().untilAsserted(() -> assertThat(connection.lag()).isZero());
  }
}
