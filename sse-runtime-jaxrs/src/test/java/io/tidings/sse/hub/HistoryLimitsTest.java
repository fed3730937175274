package io.tidings.sse.hub;

import static io.tidings.sse.hub.Markets.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import io.tidings.sse.history.ListHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a hub with a history knows in memory is as limited as without one. */
class HistoryLimitsTest {

  private static final StreamDefinition TENANTS =
      StreamDefinition.of(HistoryLimitsTest.class, "/tenants/{tenant}")
          .withVariable(Variable.string("tenant"))
          .withTopic(Markets.PRICES.withReplay(ReplayPolicy.NONE));

  private static final StreamDefinition UNKEPT =
      Markets.with(Markets.PRICES.withReplay(ReplayPolicy.NONE));

  private final ManualTimer timer = new ManualTimer();
  private volatile Runnable whileStoring = () -> {};
  private final ListHistory history =
      new ListHistory() {
        @Override
        public List<Position> append(List<Append> batch) {
          List<Position> stored = super.append(batch);
          whileStoring.run();
          return stored;
        }
      };
  private final List<Hub> hubs = new ArrayList<>();

  private Hub hub(int topics) {
    Hub made =
        Hub.builder()
            .environment(Environments.manual(timer))
            .codec(Markets.CODEC)
            .history(history)
            .topics(topics)
            .build();
    hubs.add(made);
    return made;
  }

  @AfterEach
  void close() {
    hubs.forEach(hub -> hub.close(Duration.ZERO));
  }

  private static Admission admitTenant(Hub hub, @Nullable String id) {
    return hub.admit(
        new SubscriptionRequest(
            TENANTS, "tenants/acme", List.of("prices/A"), false, id, null, null));
  }

  private static Admission admit(Hub hub, StreamDefinition stream, String topic) {
    return hub.admit(Markets.request(stream, topic));
  }

  private static void assertRefused(Admission admission, Admission.Limit limit) {
    assertThat(admission)
        .isInstanceOfSatisfying(
            Admission.Refused.class, refused -> assertThat(refused.limit()).isEqualTo(limit));
  }

  @Test
  void keepsTheIdsOfAForgottenStreamThatComesBack() {
    Hub hub = hub(1000);
    StreamPublisher acme = hub.publisher(TENANTS).in("tenants/acme");
    acme.publish(PRICE, "prices/A", "1");
    assertThat(acme.topic("prices/A").lastEventId()).contains("t1-1");
    timer.advance(Duration.ofMinutes(2));
    assertThat(hub.streamsKnown()).isZero();

    TestReader reader = new TestReader(admitTenant(hub, "t1-1"));
    acme.publish(PRICE, "prices/A", "2");

    assertThat(reader.readData()).containsExactly("2");
    assertThat(acme.topic("prices/A").lastEventId()).contains("t1-2");
  }

  @Test
  void forgetsNoTopicWhoseEventIsBeingStored() {
    Hub hub = hub(1000);
    StreamPublisher acme = hub.publisher(TENANTS).in("tenants/acme");
    List<TestReader> readers = new CopyOnWriteArrayList<>();
    whileStoring =
        () -> {
          timer.advance(Duration.ofMinutes(2));
          readers.add(new TestReader(admitTenant(hub, null)));
        };

    acme.publish(PRICE, "prices/A", "1");

    assertThat(readers).hasSize(1);
    assertThat(readers.get(0).readData()).containsExactly("1");
  }

  @Test
  void knowsTheKeysOfAForgottenStream() {
    Hub hub = hub(1000);
    StreamPublisher acme = hub.publisher(TENANTS).in("tenants/acme");
    acme.withKey("once").publish(PRICE, "prices/A", "1");
    timer.advance(Duration.ofMinutes(2));
    assertThat(hub.streamsKnown()).isZero();

    acme.withKey("once").publish(PRICE, "prices/A", "1");

    assertThat(acme.topic("prices/A").lastEventId()).contains("t1-1");
  }

  @Test
  void findsNoMoreTopicsInMemoryForAskingWhatTheirNewestIdIs() {
    Hub hub = hub(1000);
    StreamPublisher markets = hub.publisher(UNKEPT);
    markets.publish(PRICE, "prices/A", "1");
    timer.advance(Duration.ofMinutes(2));

    assertThat(markets.topic("prices/A").lastEventId()).contains("t1-1");
    assertThat(markets.topic("prices/B").lastEventId()).isEmpty();

    assertThat(hub.figures().topics()).isZero();
  }

  @Test
  void remembersNoTopicOfAClientThatWasTurnedAway() {
    Hub hub = hub(1000);
    StreamDefinition one = Markets.STREAM.withLimits(new LimitPolicy(1, 0, 0, 0, null, 0));
    admit(hub, one, "prices/A");

    assertRefused(admit(hub, one, "prices/B"), Admission.Limit.SUBSCRIBERS);

    assertThat(hub.figures().topics()).isEqualTo(1);
  }

  @Test
  void sendsAClientAwayForGoodWithoutATopicInMemory() {
    Hub before = hub(1000);
    before.publisher(Markets.STREAM).publish(PRICE, "prices/A", "1");
    before.publisher(Markets.STREAM).topic("prices/A").complete();
    before.close(Duration.ZERO);
    Hub hub = hub(1000);

    assertThat(hub.admit(Markets.resume(Markets.STREAM, "t1-2", "prices/A")))
        .isInstanceOf(Admission.Finished.class);

    assertThat(hub.figures().topics()).isZero();
  }

  @Test
  void knowsAsManyTopicsAsItMay() {
    Hub hub = hub(10);
    for (int i = 0; i < 9; i++) {
      assertThat(admit(hub, UNKEPT, "prices/asked" + i)).isInstanceOf(Admission.Granted.class);
    }
    StreamPublisher markets = hub.publisher(UNKEPT);

    assertRefused(admit(hub, UNKEPT, "prices/more"), Admission.Limit.TOPICS);
    markets.publish(PRICE, "prices/published", "1");
    assertThatThrownBy(() -> markets.publish(PRICE, "prices/one-more", "1"))
        .isInstanceOf(TopicLimitException.class);
    timer.advance(Duration.ofMinutes(2)); // nobody has opened anything

    markets.publish(PRICE, "prices/one-more", "1");
    assertThat(hub.topics()).contains("markets/prices/one-more");
  }
}
