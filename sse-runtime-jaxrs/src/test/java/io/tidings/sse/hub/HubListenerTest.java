package io.tidings.sse.hub;

import static io.tidings.sse.fixture.Admissions.granted;
import static io.tidings.sse.hub.Markets.PRICE;
import static io.tidings.sse.hub.Markets.STREAM;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HubListenerTest {

  private final List<String> told = new CopyOnWriteArrayList<>();

  private class Recorder implements HubListener {

    @Override
    public void subscribed(Connection connection) {
      told.add("subscribed " + connection.clientId());
    }

    @Override
    public void unsubscribed(Connection connection, CloseReason reason) {
      told.add("unsubscribed " + connection.clientId() + ' ' + reason);
    }

    @Override
    public void published(String stream, String topic, String eventType, String eventId) {
      told.add("published " + stream + ' ' + topic + ' ' + eventType + ' ' + eventId);
    }

    @Override
    public void failed(@Nullable Connection connection, Throwable failure) {
      told.add("failed " + failure.getMessage());
    }
  }

  /** Is told something, and does not come back before the gate opens. */
  private record Blocked(CountDownLatch gate) implements HubListener {

    @Override
    public void subscribed(Connection connection) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Hub hub(HubListener listener) {
    return Hub.builder()
        .environment(Environments.manual(new ManualTimer()))
        .listener(listener)
        .build();
  }

  private static TestReader connect(Hub hub) {
    return new TestReader(hub.admit(Markets.request(STREAM, "prices/A")));
  }

  @Test
  void isToldWhatHappensInOrderAndOnce() {
    Hub hub = hub(new Recorder());
    TestReader reader = connect(hub);
    hub.publisher(STREAM).publish(PRICE, "prices/A", "1");
    reader.subscription.ended(CloseReason.CLOSED_BY_CLIENT);
    reader.subscription.ended(CloseReason.FAILED);
    reader.subscription.close(CloseReason.CLOSED_BY_SERVER);
    hub.failed(new IllegalStateException("odd"));

    await()
        .atMost(5, SECONDS)
        .untilAsserted(
            () ->
                assertThat(told)
                    .containsExactly(
                        "subscribed reader",
                        "published markets prices/A price t1-1",
                        "unsubscribed reader CLOSED_BY_CLIENT",
                        "failed odd"));
  }

  @Test
  void isNotToldOfASubscriptionThatWasNeverOpened() {
    Hub hub = hub(new Recorder());
    granted(hub.admit(Markets.request(STREAM, "prices/A"))).close(CloseReason.NEVER_OPENED);
    connect(hub);

    await()
        .atMost(5, SECONDS)
        .untilAsserted(() -> assertThat(told).containsExactly("subscribed reader"));
  }

  @Test
  void hearsOfAConnectionBeforeItHearsOfItsBytes() {
    List<String> order = new CopyOnWriteArrayList<>();
    Hub hub =
        hub(
            new HubListener() {
              @Override
              public void subscribed(Connection connection) {
                order.add("subscribed");
              }

              @Override
              public void beforeSend(Connection connection, int events) {
                order.add("before " + events);
              }

              @Override
              public void sent(Connection connection, int events, long bytes) {
                order.add("sent " + events);
              }

              @Override
              public void unsubscribed(Connection connection, CloseReason reason) {
                order.add("unsubscribed");
              }
            });
    Subscription subscription = granted(hub.admit(Markets.request(STREAM, "prices/A")));
    subscription.sending(0); // the greeting leaves before the subscription is opened
    subscription.sent(0, 30);
    subscription.open(Runnable::run, () -> {});
    subscription.sending(2);
    subscription.sent(2, 60);
    subscription.ended(CloseReason.CLOSED_BY_CLIENT);

    await()
        .atMost(5, SECONDS)
        .untilAsserted(
            () ->
                assertThat(order)
                    .containsExactly("subscribed", "before 2", "sent 2", "unsubscribed"));
    assertThat(subscription.bytesSent()).isEqualTo(90);
  }

  @Test
  void harmsNoOtherListenerWhenItBlocks() {
    CountDownLatch gate = new CountDownLatch(1);
    Hub hub =
        Hub.builder()
            .environment(Environments.manual(new ManualTimer()))
            .listener(new Blocked(gate))
            .listener(new Recorder())
            .build();
    connect(hub);

    await()
        .atMost(5, SECONDS)
        .untilAsserted(() -> assertThat(told).containsExactly("subscribed reader"));
    gate.countDown();
  }

  @Test
  void harmsNobodyWhenItThrows() {
    Hub hub =
        hub(
            new Recorder() {
              @Override
              public void subscribed(Connection connection) {
                throw new IllegalStateException("listener");
              }
            });
    TestReader reader = connect(hub);

    hub.publisher(STREAM).publish(PRICE, "prices/A", "1");

    assertThat(reader.readData()).containsExactly("1");
    await().atMost(5, SECONDS).untilAsserted(() -> assertThat(told).hasSize(1));
  }

  @Test
  void harmsNobodyWhenItBlocks() {
    CountDownLatch gate = new CountDownLatch(1);
    Hub hub = hub(new Blocked(gate));
    TestReader reader = connect(hub);

    for (int i = 0; i < 1000; i++) {
      hub.publisher(STREAM).publish(PRICE, "prices/A", "p" + i);
    }

    assertThat(reader.readData()).hasSize(1000);
    gate.countDown();
  }
}
