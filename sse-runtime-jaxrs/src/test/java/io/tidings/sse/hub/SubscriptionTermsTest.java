package io.tidings.sse.hub;

import static io.tidings.sse.fixture.Admissions.granted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import io.tidings.sse.fixture.StrictParser;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SubscriptionTermsTest {

  private static Subscription admitted(StreamDefinition stream, double random) {
    HubEnvironment still = Environments.manual(new ManualTimer());
    HubEnvironment environment =
        new HubEnvironment(
            still.nanoTime(), () -> random, still.tokens(), still.threads(), still.timer(), 1);
    Hub hub = Hub.builder().environment(environment).build();
    return granted(hub.admit(Markets.request(stream, "prices/A")));
  }

  private static Long retryOf(StreamDefinition stream, double random) {
    ByteArrayOutputStream greeting = new ByteArrayOutputStream();
    admitted(stream, random)
        .greet((bytes, from, to, events) -> greeting.write(bytes, from, to - from));
    return StrictParser.parse(greeting.toByteArray()).get(0).retry();
  }

  @Test
  void tellsEachReaderAnotherDelayAroundTheOneThatTheStreamWants() {
    StreamDefinition stream =
        Markets.STREAM.withRetry(new RetryPolicy(Duration.ofSeconds(10), 0.5));

    assertThat(retryOf(stream, 0)).isEqualTo(5_000L);
    assertThat(retryOf(stream, 0.5)).isEqualTo(10_000L);
    assertThat(retryOf(stream, 1)).isEqualTo(15_000L);
    assertThat(retryOf(Markets.STREAM, 0)).isEqualTo(2_400L);
    assertThat(retryOf(Markets.STREAM, 1)).isEqualTo(3_600L);
  }

  @Test
  void letsAConnectionLastFourFifthsOfItsLifetimeAtLeast() {
    StreamDefinition hour =
        Markets.STREAM.withLimits(new LimitPolicy(0, 0, 0, 0, Duration.ofHours(1), 0));

    assertThat(admitted(hour, 0).lifetime()).contains(Duration.ofMinutes(48));
    assertThat(admitted(hour, 1).lifetime()).contains(Duration.ofHours(1));
    assertThat(admitted(Markets.STREAM, 1).lifetime()).isEmpty();
  }

  @Test
  void takesTheSoonestHeartbeatOfItsTopicsAndAnnouncesIt() {
    StreamDefinition stream =
        StreamDefinition.of(Markets.class, "/markets")
            .withTopic(
                Markets.PRICES.withHeartbeat(new HeartbeatPolicy(Duration.ofSeconds(9), null)));

    ByteArrayOutputStream greeting = new ByteArrayOutputStream();
    admitted(stream, 0.5)
        .greet((bytes, from, to, events) -> greeting.write(bytes, from, to - from));

    assertThat(StrictParser.parse(greeting.toByteArray()).get(0).comment())
        .isEqualTo("tidings; heartbeat=9000");
  }
}
