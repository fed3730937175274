package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.StrictParser;
import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.pipe.Pipe;
import io.tidings.sse.jaxrs.pipe.PipeResource;
import io.tidings.sse.jaxrs.pipe.PlainResource;
import java.io.IOException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.Parameter;

/** A server with one way out, a pipe through it, and a witness of what its hub says. */
abstract class PipedServer extends ServedHub {

  /** For tests whose container closes what is idle. */
  static final String IMPATIENT = "impatient";

  /** For tests with a write that does not end. */
  static final String STUCK = "stuck";

  @Parameter WayOut way;

  final Witness witness = new Witness();
  final Doorman doorman = new Doorman();
  Pipe pipe;
  KitServers.Running running;

  @BeforeEach
  void start(TestInfo test) throws Exception {
    boolean isImpatient =
        test.getTags().contains(IMPATIENT)
            || (test.getTags().contains(STUCK) && way.endsStuckWritesItself());
    hub = Hub.builder().codec(JacksonCodec.create()).listener(witness).build();
    pipe = new Pipe(hub);
    running =
        way.start(
            new ResourceConfig(PipeResource.class, PlainResource.class)
                .register(doorman)
                .register(SseFeature.of(hub)),
            isImpatient ? KitServers.IMPATIENT : KitServers.PATIENT);
    server = running;
  }

  @Override
  @AfterEach
  void stop() throws Exception {
    super.stop();
    assertThat(witness.failures).isEmpty();
  }

  RawClient clientWithSmallWindow() throws IOException {
    return opened(RawClient.withSmallWindow(server));
  }

  /** A stream that has had its first blocks, so that what follows is live. */
  static RawResponse live(RawClient client, String topic, String id) throws IOException {
    return begun(client.get("/pipe/" + topic, "sse-clientid: " + id));
  }

  static RawResponse begun(RawResponse stream) throws IOException {
    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.block()).contains("retry: ");
    assertThat(stream.block()).startsWith("id: ");
    return stream;
  }

  static String dataOf(String block) {
    return StrictParser.parse(block).get(0).data();
  }

  /** Bounded by what a busy machine needs, and over as soon as it can be. */
  static ConditionFactory await() {
    return Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(20));
  }

  void awaitEnd(String id) {
    await().until(() -> witness.reasons.containsKey(id));
  }

  void awaitConnection(String id) {
    await().until(() -> hub.connection(id).isPresent());
  }

  Connection connection(String id) {
    return hub.connection(id).orElseThrow();
  }

  static String line(int number, int length) {
    return number + " " + "äx€𝄞".repeat(length / 4);
  }
}
