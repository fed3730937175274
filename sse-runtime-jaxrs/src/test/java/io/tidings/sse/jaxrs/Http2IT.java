package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.StrictParser;
import io.tidings.sse.hub.BackpressurePolicy;
import io.tidings.sse.hub.BackpressurePolicy.Policy;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.pipe.Pipe;
import io.tidings.sse.jaxrs.pipe.PipeResource;
import io.tidings.sse.jaxrs.pipe.PlainResource;
import io.tidings.sse.transport.Delivery;
import io.undertow.UndertowOptions;
import jakarta.ws.rs.core.Application;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many streams on one connection: none is in the way of another, whatever its reader does. */
@Execution(ExecutionMode.CONCURRENT) // it waits more than it works
@ParameterizedClass
@EnumSource
final class Http2IT extends ServedHub {

  /** Who speaks HTTP/2 without TLS, beside HTTP/1.1. */
  @SuppressWarnings("ImmutableEnumChecker") // its containers are method references
  enum Container {
    JETTY(250, application -> jetty(KitServers.ee11(application))),
    JETTY_EE10(250, application -> jetty(KitServers.ee10(application))),
    UNDERTOW(100, Container::undertow);

    private interface Start {
      KitServers.Running start(Application application) throws Exception;
    }

    /** More than it has threads for requests. */
    private final int crowd;

    private final Start start;

    Container(int crowd, Start start) {
      this.crowd = crowd;
      this.start = start;
    }

    KitServers.Running start(Application application) throws Exception {
      return start.start(application);
    }

    private static KitServers.Running jetty(Handler handler) throws Exception {
      HttpConfiguration http = new HttpConfiguration();
      return KitServers.jetty(
          handler,
          KitServers.PATIENT,
          new HttpConnectionFactory(http),
          new HTTP2CServerConnectionFactory(http));
    }

    private static KitServers.Running undertow(Application application) throws Exception {
      return KitServers.undertow(
          application,
          KitServers.PATIENT,
          (server, handler) ->
              server
                  .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                  .addHttpListener(0, KitServers.HOST, handler));
    }
  }

  private static final int NARROW = 10_000;
  private static final int CLOSED = 0;

  private static final int MANY = 100;

  /** Of the topics that are not strict. */
  private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(30);

  /** So many may be stuck in their first block for their write timeout, however big the machine. */
  private static final int FEW = 64;

  @Parameter Container way;

  private final Witness witness = new Witness();
  private final DeskServer.Desk desk = new DeskServer.Desk();
  private Pipe pipe;
  private Http2Client client;

  @BeforeEach
  void start() throws Exception {
    hub = Hub.builder().codec(JacksonCodec.create()).listener(witness).build();
    pipe = new Pipe(hub);
    desk.options =
        ConnectionOptions.usual()
            .withBackpressure(
                new BackpressurePolicy(Policy.DISCONNECT, 10, 1 << 20, Duration.ofSeconds(1)));
    server =
        way.start(
            new ResourceConfig(PipeResource.class, PlainResource.class)
                .register(desk)
                .register(SseFeature.of(hub)));
    client = opened(Http2Client.to(server.port(), NARROW));
  }

  @Override
  @AfterEach
  void stop() throws Exception {
    super.stop();
    assertThat(witness.failures).isEmpty();
  }

  private Http2Stream live(String topic, String id) throws Exception {
    Http2Stream stream = client.get("/pipe/" + topic + "?clientId=" + id);
    assertThat(stream.isOk()).isTrue();
    assertThat(stream.block()).contains("retry: ");
    assertThat(stream.block()).startsWith("id: ");
    return stream;
  }

  private static String dataOf(String block) {
    return PipedServer.dataOf(block);
  }

  private void awaitEnd(String id) {
    PipedServer.await().until(() -> witness.reasons.containsKey(id));
  }

  @Test
  void everyEventComesOnceAndInOrderOnEveryStreamOfAConnection() throws Exception {
    List<Http2Stream> streams = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      streams.add(live(Pipe.CALM, "r" + i));
    }

    for (int i = 0; i < 300; i++) {
      pipe.line(Pipe.CALM, PipedServer.line(i, i * 13 % 3000));
    }

    for (int i = 0; i < 300; i++) {
      for (Http2Stream stream : streams) { // in turn, or the last is cut where all goes slowly
        assertThat(dataOf(stream.block())).isEqualTo(PipedServer.line(i, i * 13 % 3000));
      }
    }
  }

  @Test
  void aStreamThatIsNotReadIsEndedWithinItsWriteTimeoutAndDisturbsNoOther() throws Exception {
    Http2Stream stuck = client.get("/pipe/strict?clientId=stuck");
    assertThat(stuck.isOk()).isTrue();
    Http2Stream healthy = live(Pipe.STRICT, "healthy");
    String large = "z".repeat(16 * 1024);

    for (int i = 0; i < 200; i++) {
      pipe.line(Pipe.STRICT, large);
      assertThat(dataOf(healthy.block())).hasSize(16 * 1024);
    }
    awaitEnd("stuck");

    assertThat(witness.reasons).containsEntry("stuck", CloseReason.WRITE_TIMEOUT);
    assertThat(stuck.end()).isEqualTo(Http2Stream.End.RESET);
    pipe.line(Pipe.STRICT, "after");
    assertThat(dataOf(healthy.block())).isEqualTo("after");
  }

  @Test
  void streamsThatNeverHadAWindowAreResetWithinTheirWriteTimeoutAndNobodyElseIs() throws Exception {
    Http2Client closed = opened(Http2Client.to(server.port(), CLOSED));
    Http2Stream neighbour = closed.get("/pipe/calm?clientId=neighbour");
    neighbour.widen(NARROW);
    assertThat(neighbour.block()).contains("retry: ");
    assertThat(neighbour.block()).startsWith("id: ");
    Http2Stream other = live(Pipe.CALM, "other");

    List<Http2Stream> stuck = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      stuck.add(closed.get((i % 2 == 0 ? "/pipe/strict?clientId=c" : "/desk/c") + i));
    }
    pipe.line(Pipe.CALM, "meanwhile");
    assertThat(dataOf(neighbour.block())).isEqualTo("meanwhile");
    assertThat(dataOf(other.block())).isEqualTo("meanwhile");

    for (Http2Stream stream : stuck) {
      assertThat(stream.end()).isEqualTo(Http2Stream.End.RESET);
    }
    for (int i = 0; i < MANY / 2; i++) {
      SseConnection written = desk.connections.poll(20, TimeUnit.SECONDS);
      assertThat(DeskServer.end(written)).isEqualTo(CloseReason.WRITE_TIMEOUT);
    }
    PipedServer.await().until(() -> Delivery.of(hub).connections() == 2);
    assertThat(hub.connections()).hasSize(2);
    assertThat(witness.reasons).isEmpty(); // who has had no first block was never a subscriber
    pipe.line(Pipe.CALM, "after");
    assertThat(dataOf(neighbour.block())).isEqualTo("after");
    assertThat(dataOf(other.block())).isEqualTo("after");
    assertThat(get("/plain").status()).isEqualTo(200);
  }

  @Test
  void moreStreamsWithoutAWindowThanThereAreThreadsDoNotKeepThemForTheirWriteTimeout()
      throws Exception {
    List<Http2Stream> stuck = new ArrayList<>();
    for (int i = 0; i < way.crowd; i += 50) {
      Http2Client closed = opened(Http2Client.to(server.port(), CLOSED));
      for (int j = 0; j < 50; j++) {
        stuck.add(closed.get("/pipe/calm?clientId=c" + (i + j)));
      }
    }
    PipedServer.await().until(() -> Delivery.of(hub).connections() > 0);
    long start = System.nanoTime();

    assertThat(get("/plain").status()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(WRITE_TIMEOUT.dividedBy(2));
    PipedServer.await()
        .until(() -> stuck.stream().filter(Http2Stream::hasEnded).count() >= way.crowd - FEW);
  }

  @Test
  void aHubThatClosesEndsEveryStreamCleanlyAndTheConnectionStays() throws Exception {
    List<Http2Stream> streams = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      streams.add(live(Pipe.CALM, "r" + i));
    }
    pipe.line(Pipe.CALM, "last");

    hub.close(Duration.ofSeconds(5));

    for (Http2Stream stream : streams) {
      assertThat(StrictParser.parse(stream.rest())).anyMatch(block -> "last".equals(block.data()));
    }
    assertThat(client.get("/plain").rest()).isEqualTo("plain");
  }

  @Test
  void aStreamThatIsResetIsForgottenAndNoOther() throws Exception {
    Http2Stream gone = live(Pipe.BEATING, "gone");
    Http2Stream stays = live(Pipe.CALM, "stays");

    gone.reset();

    awaitEnd("gone");
    assertThat(witness.reasons)
        .containsExactlyInAnyOrderEntriesOf(Map.of("gone", CloseReason.CLOSED_BY_CLIENT));
    pipe.line(Pipe.CALM, "still there");
    assertThat(dataOf(stays.block())).isEqualTo("still there");
  }

  @Test
  void aConnectionThatIsLostTakesAllItsStreamsWithIt() throws Exception {
    live(Pipe.BEATING, "one");
    live(Pipe.BEATING, "two");

    client.close();

    awaitEnd("one");
    awaitEnd("two");
    PipedServer.await().untilAsserted(() -> assertThat(hub.connections()).isEmpty());
  }
}
