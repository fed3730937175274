package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.StrictParser;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubListener;
import io.tidings.sse.jaxrs.pipe.Pipe;
import io.tidings.sse.jaxrs.pipe.PipeResource;
import io.tidings.sse.jaxrs.pipe.PlainResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every way out of every container must do, on real sockets. */
@Execution(ExecutionMode.CONCURRENT) // it waits more than it works
@ParameterizedClass
@EnumSource
final class TransportIT {

  /** For tests whose container closes what is idle. */
  private static final String IMPATIENT = "impatient";

  /** For tests with a write that does not end. */
  private static final String STUCK = "stuck";

  @Parameter WayOut way;

  private final List<AutoCloseable> opened = new CopyOnWriteArrayList<>();
  private final Witness witness = new Witness();
  private Hub hub;
  private Pipe pipe;
  private KitServers.Running server;

  /** Counts what a hub says about connections. */
  private static final class Witness implements HubListener {
    final Map<String, CloseReason> reasons = new ConcurrentHashMap<>();
    final Set<String> subscribed = ConcurrentHashMap.newKeySet();
    final AtomicInteger unsubscribed = new AtomicInteger();
    final AtomicInteger sent = new AtomicInteger();
    final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @Override
    public void subscribed(Connection connection) {
      subscribed.add(connection.clientId());
    }

    @Override
    public void unsubscribed(Connection connection, CloseReason reason) {
      reasons.put(connection.clientId(), reason);
      unsubscribed.incrementAndGet();
    }

    @Override
    public void sent(Connection connection, int events, long bytes) {
      sent.incrementAndGet();
    }

    @Override
    public void failed(Connection connection, Throwable failure) {
      failures.add(failure);
    }
  }

  @BeforeEach
  void start(TestInfo test) throws Exception {
    boolean isImpatient =
        test.getTags().contains(IMPATIENT)
            || (test.getTags().contains(STUCK) && way.endsStuckWritesItself());
    hub = Hub.builder().codec(JacksonCodec.create()).listener(witness).build();
    pipe = new Pipe(hub);
    server =
        way.start(
            new ResourceConfig(PipeResource.class, PlainResource.class)
                .register(SseFeature.of(hub)),
            isImpatient ? KitServers.IMPATIENT : KitServers.PATIENT);
  }

  @AfterEach
  void stop() throws Exception {
    hub.close(Duration.ofMillis(500));
    for (AutoCloseable client : opened) {
      client.close();
    }
    server.close();
    assertThat(witness.failures).isEmpty();
  }

  private RawClient client() throws IOException {
    return opened(RawClient.to(server.port()));
  }

  private RawClient clientWithTinyWindow() throws IOException {
    return opened(RawClient.withTinyWindow(server.port()));
  }

  private RawClient clientWithSmallWindow() throws IOException {
    return opened(RawClient.withSmallWindow(server.port()));
  }

  private <C extends AutoCloseable> C opened(C client) {
    opened.add(client);
    return client;
  }

  /** A stream that has had its first blocks, so that what follows is live. */
  private static RawResponse live(RawClient client, String topic, String id) throws IOException {
    return begun(client.get("/pipe/" + topic, "sse-clientid: " + id));
  }

  private static RawResponse begun(RawResponse stream) throws IOException {
    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.block()).contains("retry: ");
    assertThat(stream.block()).startsWith("id: ");
    return stream;
  }

  private static String dataOf(String block) {
    return StrictParser.parse(block).get(0).data();
  }

  /** Bounded by what a busy machine needs, and over as soon as it can be. */
  private static ConditionFactory await() {
    return Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(20));
  }

  private void awaitEnd(String id) {
    await().until(() -> witness.reasons.containsKey(id));
  }

  private void awaitConnection(String id) {
    await().until(() -> hub.connection(id).isPresent());
  }

  private Connection connection(String id) {
    return hub.connection(id).orElseThrow();
  }

  private static String line(int number, int length) {
    return number + " " + "äx€𝄞".repeat(length / 4);
  }

  @Test
  void everyEventComesOnceAndInOrder() throws Exception {
    RawResponse stream = live(client(), Pipe.CALM, "reader");

    for (int i = 0; i < 500; i++) {
      pipe.line(Pipe.CALM, line(i, i * 13 % 3000));
    }

    for (int i = 0; i < 500; i++) {
      assertThat(dataOf(stream.block())).isEqualTo(line(i, i * 13 % 3000));
    }
  }

  @Test
  void aLoneEventLeavesAtOnce() throws Exception {
    RawResponse stream = live(client(), Pipe.CALM, "reader");

    for (int i = 0; i < 20; i++) {
      pipe.line(Pipe.CALM, line(i, 10));
      assertThat(dataOf(stream.block())).isEqualTo(line(i, 10));
    }
  }

  @Test
  void aBurstLeavesInFewWrites() throws Exception {
    RawResponse stream = live(client(), Pipe.CALM, "reader");
    int before = witness.sent.get();

    for (int i = 0; i < 5000; i++) {
      pipe.line(Pipe.CALM, line(i, 100));
    }

    for (int i = 0; i < 5000; i++) {
      assertThat(dataOf(stream.block())).isEqualTo(line(i, 100));
    }
    await().until(() -> connection("reader").eventsSent() == 5000);
    assertThat(witness.sent.get() - before).isLessThan(2500);
  }

  @Test
  void aSlowReaderGetsEverything() throws Exception {
    RawResponse stream = live(clientWithSmallWindow(), Pipe.CALM, "slow");

    for (int i = 0; i < 1000; i++) {
      pipe.line(Pipe.CALM, line(i, 5000));
    }

    await().until(() -> connection("slow").eventsSent() > 0);
    for (int i = 0; i < 1000; i++) {
      assertThat(dataOf(stream.block())).isEqualTo(line(i, 5000));
    }
    pipe.line(Pipe.CALM, "after");
    assertThat(dataOf(stream.block())).isEqualTo("after");
  }

  @Test
  void anEventThatIsLargerThanEveryBufferArrivesWhole() throws Exception {
    RawResponse stream = live(clientWithSmallWindow(), Pipe.CALM, "reader");
    String large = "y".repeat(900_000);

    pipe.line(Pipe.CALM, large);
    pipe.line(Pipe.CALM, large);
    pipe.line(Pipe.CALM, "after");

    assertThat(dataOf(stream.block())).isEqualTo(large);
    assertThat(dataOf(stream.block())).isEqualTo(large);
    assertThat(dataOf(stream.block())).isEqualTo("after");
  }

  @Test
  @Tag(STUCK)
  void aStuckReaderIsCutWithinItsWriteTimeoutAndDisturbsNobody() throws Exception {
    RawClient stuck = clientWithTinyWindow();
    RawResponse head = live(stuck, Pipe.STRICT, "stuck");
    RawResponse healthy = live(client(), Pipe.STRICT, "healthy");
    String large = "z".repeat(64 * 1024);

    long start = System.nanoTime();
    for (int i = 0; i < 200; i++) { // the kernel and Grizzly's queue together take megabytes
      pipe.line(Pipe.STRICT, large);
      assertThat(dataOf(healthy.block())).hasSize(64 * 1024);
    }
    awaitEnd("stuck");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    Set<CloseReason> reasons =
        way.endsStuckWritesItself() // whichever of the two comes first
            ? Set.of(CloseReason.CLOSED_BY_CLIENT, CloseReason.WRITE_TIMEOUT)
            : Set.of(CloseReason.WRITE_TIMEOUT);
    assertThat(reasons).contains(witness.reasons.get("stuck"));
    assertThat(isCut(head.body())).isTrue();
    pipe.line(Pipe.STRICT, "after");
    assertThat(dataOf(healthy.block())).isEqualTo("after");
  }

  /** Whether a stream ends without its last chunk when everything that was sent is read. */
  private static boolean isCut(InputStream body) {
    try {
      body.readAllBytes();
      return false;
    } catch (IOException e) {
      return !(e instanceof java.net.SocketTimeoutException);
    }
  }

  @Test
  void aReaderThatIsResetWhileIdleIsForgotten() throws Exception {
    RawClient gone = client();
    String topic = way.noticesAFarewellWhileIdle() ? Pipe.CALM : Pipe.BEATING;
    live(gone, topic, "gone");

    gone.reset();

    awaitEnd("gone");
    assertThat(witness.reasons).containsEntry("gone", CloseReason.CLOSED_BY_CLIENT);
    await().untilAsserted(() -> assertThat(hub.connections()).isEmpty());
  }

  @Test
  void aReaderThatLeavesWhileIdleIsForgotten() throws Exception {
    RawClient gone = client();
    String topic = way.noticesAFarewellWhileIdle() ? Pipe.CALM : Pipe.BEATING;
    live(gone, topic, "gone");

    gone.close();

    awaitEnd("gone");
    assertThat(witness.reasons).containsEntry("gone", CloseReason.CLOSED_BY_CLIENT);
  }

  @Test
  void aReaderThatVanishesWhileMuchIsWrittenIsForgotten() throws Exception {
    RawClient gone = clientWithTinyWindow();
    live(gone, Pipe.CALM, "gone");
    for (int i = 0; i < 100; i++) {
      pipe.line(Pipe.CALM, line(i, 60_000));
    }

    gone.reset();

    awaitEnd("gone");
    assertThat(witness.reasons).containsEntry("gone", CloseReason.CLOSED_BY_CLIENT);
  }

  @Test
  void anEndedStreamLeavesItsConnectionToTheNextRequest() throws Exception {
    RawClient client = client();
    for (int i = 0; i < 3; i++) {
      RawResponse stream = live(client, Pipe.CALM, "c" + i);
      pipe.line(Pipe.CALM, "last");
      assertThat(dataOf(stream.block())).isEqualTo("last");

      connection("c" + i).close(CloseReason.CLOSED_BY_SERVER);

      stream.rest();
      awaitEnd("c" + i);
      assertThat(client.get("/plain").rest()).isEqualTo("plain");
    }
  }

  @Test
  void aRequestThatCameWithTheOneBeforeIsAnsweredAfterTheStream() throws Exception {
    assumeFalse(
        way == WayOut.UNDERTOW_SERVLET || way == WayOut.UNDERTOW_PORTABLE,
        "Undertow answers no request that came with an asynchronous one");
    RawClient client = client();
    client.sendTogether("/pipe/" + Pipe.CALM + "?clientId=first", "/plain");
    RawResponse stream = begun(client.next());
    pipe.line(Pipe.CALM, "while another waits");
    assertThat(dataOf(stream.block())).isEqualTo("while another waits");

    connection("first").close(CloseReason.CLOSED_BY_SERVER);

    stream.rest();
    assertThat(client.next().rest()).isEqualTo("plain");
    assertThat(client.get("/plain").rest()).isEqualTo("plain");
  }

  @Test
  void aRequestThatComesDuringAStreamIsAnsweredAfterIt() throws Exception {
    RawClient client = client();
    RawResponse stream = live(client, Pipe.CALM, "first");

    client.send("GET", "/plain");

    for (int i = 0; i < 100; i++) {
      pipe.line(Pipe.CALM, line(i, 1000));
      assertThat(dataOf(stream.block())).isEqualTo(line(i, 1000));
    }
    connection("first").close(CloseReason.CLOSED_BY_SERVER);
    stream.rest();
    assertThat(client.next().rest()).isEqualTo("plain");
    assertThat(client.get("/plain").rest()).isEqualTo("plain");
  }

  @Test
  @Tag(IMPATIENT)
  void aSilentStreamOutlastsTheIdleTimeoutOfItsContainer() throws Exception {
    RawResponse stream = live(client(), Pipe.CALM, "patient");

    await()
        .pollDelay(KitServers.IMPATIENT.multipliedBy(5).dividedBy(2))
        .until(() -> hub.connection("patient").isPresent());

    pipe.line(Pipe.CALM, "still here");
    assertThat(dataOf(stream.block())).isEqualTo("still here");
  }

  @Test
  void anIdleConnectionGetsHeartbeats() throws Exception {
    RawResponse stream = live(client(), Pipe.BEATING, "reader");

    assertThat(stream.block()).startsWith(":");
    assertThat(stream.block()).startsWith(":");
    pipe.line(Pipe.BEATING, "event");
    List<String> blocks = List.of(stream.block(), stream.block());
    assertThat(blocks).anyMatch(block -> block.contains("data: event\n"));
  }

  @Test
  void manyReadersGetTheSame() throws Exception {
    List<RawResponse> streams = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      streams.add(live(client(), Pipe.CALM, "r" + i));
    }

    for (int i = 0; i < 20; i++) {
      pipe.line(Pipe.CALM, line(i, 300));
    }

    for (RawResponse stream : streams) {
      for (int i = 0; i < 20; i++) {
        assertThat(dataOf(stream.block())).isEqualTo(line(i, 300));
      }
    }
    assertThat(hub.connections()).hasSize(200);
  }

  @Test
  void aConnectionThatIsClosedWhileItIsWrittenToEndsCleanlyBetweenTwoEvents() throws Exception {
    ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor();
    opened.add(publisher::shutdownNow);
    AtomicInteger next = new AtomicInteger();
    Runnable burst =
        () -> {
          for (int i = 0; i < 20; i++) {
            pipe.line(Pipe.CALM, line(next.getAndIncrement(), 500));
          }
        };
    Future<?> publishing = publisher.scheduleAtFixedRate(burst, 0, 5, TimeUnit.MILLISECONDS);

    for (int round = 0; round < 20; round++) {
      RawClient client = client();
      RawResponse stream = client.get("/pipe/" + Pipe.CALM, "sse-clientid: c" + round);
      stream.block();
      // One that is closed before it is subscribed to is neither announced nor missed.
      String id = "c" + round;
      await().until(() -> witness.subscribed.contains(id));
      connection(id).close(CloseReason.CLOSED_BY_SERVER);
      List<Block> rest = StrictParser.parse(stream.rest());
      assertConsecutive(rest.stream().filter(Block::isEvent).map(Block::data).toList());
      awaitEnd(id);
      assertThat(witness.reasons).containsEntry(id, CloseReason.CLOSED_BY_SERVER);
    }
    assertThat(publishing.cancel(false)).isTrue();
  }

  private static void assertConsecutive(List<String> lines) {
    int[] numbers =
        lines.stream().mapToInt(text -> Integer.parseInt(text.split(" ", 2)[0])).toArray();
    for (int i = 1; i < numbers.length; i++) {
      assertThat(numbers[i]).isEqualTo(numbers[i - 1] + 1);
    }
  }

  @Test
  void aClientThatLeavesAtAnyStepOfItsRegistrationLeavesNothingBehind() throws Exception {
    for (int round = 0; round < 60; round++) {
      RawClient client = RawClient.to(server.port());
      client.send("GET", "/pipe/" + Pipe.BEATING, "sse-clientid: c" + round);
      for (int read = 0; read < round % 16 * 15; read++) {
        client.readByte();
      }
      if (round % 2 == 0) {
        client.reset();
      } else {
        client.close();
      }
    }

    await().untilAsserted(() -> assertThat(hub.connections()).isEmpty());
    await()
        .untilAsserted(() -> assertThat(witness.unsubscribed).hasValue(witness.subscribed.size()));
    assertThat(begun(client().get("/pipe/" + Pipe.CALM)).status()).isEqualTo(200);
  }

  @Test
  void aConnectionThatIsClosedAsSoonAsItIsThereEndsCleanly() throws Exception {
    for (int round = 0; round < 40; round++) {
      RawClient client = client();
      String id = "c" + round;
      client.send("GET", "/pipe/" + Pipe.CALM, "sse-clientid: " + id);
      awaitConnection(id);

      connection(id).close(CloseReason.CLOSED_BY_SERVER);

      RawResponse stream = client.next();
      assertThat(StrictParser.parse(stream.rest())).hasSizeLessThan(4);
      assertThat(client.get("/plain").rest()).isEqualTo("plain");
    }
    await().untilAsserted(() -> assertThat(hub.connections()).isEmpty());
    await()
        .untilAsserted(() -> assertThat(witness.unsubscribed).hasValue(witness.subscribed.size()));
  }

  @Test
  void aHubThatClosesEndsEveryStreamCleanly() throws Exception {
    List<RawResponse> streams = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      streams.add(live(client(), Pipe.CALM, "r" + i));
    }
    pipe.line(Pipe.CALM, "last");

    hub.close(Duration.ofSeconds(5));

    for (RawResponse stream : streams) {
      List<Block> rest = StrictParser.parse(stream.rest());
      assertThat(rest).extracting(Block::data).contains("last");
      assertThat(rest).extracting(Block::retry).anyMatch(retry -> retry != null);
    }
    await().untilAsserted(() -> assertThat(witness.unsubscribed).hasValue(20));
  }

  @Test
  void aServerThatStopsDoesNotWaitForOpenStreams() throws Exception {
    List<RawResponse> streams = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      streams.add(live(client(), Pipe.CALM, "r" + i));
    }
    await().until(() -> hub.connections().size() == 5);

    long start = System.nanoTime();
    server.stopGracefully();

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isLessThan(KitServers.GRACE.dividedBy(2));
    if (way.announcesItsStop()) {
      for (RawResponse stream : streams) {
        assertThat(StrictParser.parse(stream.rest()))
            .extracting(Block::retry)
            .anyMatch(retry -> retry != null);
      }
    }
  }

  @Test
  void aClientOfHttp10GetsItsStreamWithoutChunks() throws Exception {

    assumeTrue(!way.name().startsWith("GRIZZLY"), "Grizzly sends chunks whatever the version");
    Socket socket = opened(new Socket(InetAddress.getLoopbackAddress(), server.port()));
    socket.setSoTimeout(10_000);
    String request = "GET /pipe/calm?clientId=old HTTP/1.0\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    awaitConnection("old");

    pipe.line(Pipe.CALM, "for the old");
    connection("old").close(CloseReason.CLOSED_BY_SERVER);

    String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(all.toLowerCase(java.util.Locale.ROOT)).doesNotContain("chunked");
    String body = all.substring(all.indexOf("\r\n\r\n") + 4);
    assertThat(StrictParser.parse(body)).isNotEmpty();
  }

  @Test
  void aClientThatWantsToCloseIsClosedAfterItsStream() throws Exception {
    Socket socket = opened(new Socket(InetAddress.getLoopbackAddress(), server.port()));
    socket.setSoTimeout(10_000);
    String request =
        "GET /pipe/calm?clientId=last HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    awaitConnection("last");

    pipe.line(Pipe.CALM, "event");
    await().until(() -> connection("last").eventsSent() == 1);
    connection("last").close(CloseReason.CLOSED_BY_SERVER);

    String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(all).contains("data: event\n");
  }
}
