package io.tidings.sse.hub;

import static io.tidings.sse.hub.Markets.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import io.tidings.sse.history.ListHistory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Anybody can name one stream of many: only what is published to is remembered. */
class InventedStreamsTest {

  private static final StreamDefinition TENANTS =
      StreamDefinition.of(InventedStreamsTest.class, "/tenants/{tenant}")
          .withVariable(Variable.string("tenant"))
          .withTopic(Markets.PRICES);

  private final ManualTimer timer = new ManualTimer();
  private final ListHistory history = new ListHistory();
  private Hub hub = hub(2);

  private Hub hub(int topics) {
    return Hub.builder()
        .environment(Environments.manual(timer))
        .codec(Markets.CODEC)
        .history(history)
        .topics(topics)
        .build();
  }

  @AfterEach
  void close() {
    hub.close(Duration.ZERO);
  }

  private Admission admit(String tenant, @Nullable String id) {
    return hub.admit(
        new SubscriptionRequest(
            TENANTS, "tenants/" + tenant, List.of("prices/A"), false, id, null, null));
  }

  private void publish(String tenant, String data) {
    hub.publisher(TENANTS).in("tenants/" + tenant).publish(PRICE, "prices/A", data);
  }

  private static String position(TestReader reader) {
    return reader.opening().stream()
        .map(block -> String.valueOf(block.id()))
        .collect(Collectors.joining());
  }

  @Test
  void areNotStoredBecauseSomebodyReadsThem() {
    admit("a", null);
    hub.publisher(TENANTS).in("tenants/b").topic("prices/A").lastEventId();
    hub.topics();

    assertThat(history.isKnown("tenants/a")).isFalse();
    assertThat(history.isKnown("tenants/b")).isFalse();
  }

  @Test
  void areForgottenAtOnceWhenTheirReadersAreTurnedAway() {
    admit("a", null);
    admit("b", null);
    for (int i = 0; i < 100; i++) {
      assertThat(admit("more" + i, null)).isInstanceOf(Admission.Refused.class);
    }

    assertThat(hub.streamsKnown()).isEqualTo(2);
  }

  @Test
  void areStoredWithTheirFirstEventUnderTheEpochThatTheirReadersKnow() {
    TestReader reader = new TestReader(admit("a", null));
    String before = position(reader);
    publish("a", "1");
    hub.close(Duration.ZERO);
    hub = hub(2);

    assertThat(history.isKnown("tenants/a")).isTrue();
    assertThat(new TestReader(admit("a", before)).readData()).containsExactly("1");
  }

  @Test
  void tellAReaderOfAnEpochThatWasNeverStored() {
    TestReader reader = new TestReader(admit("a", null));
    String before = position(reader);
    reader.subscription.ended(CloseReason.CLOSED_BY_CLIENT);
    timer.advance(Duration.ofMinutes(2));
    assertThat(hub.streamsKnown()).isZero();
    publish("a", "1");

    List<String> data = new TestReader(admit("a", before)).readData();

    assertThat(data).hasSize(2).endsWith("1");
    assertThat(data.get(0)).contains("\"epoch\"");
  }
}
