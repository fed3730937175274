package io.tidings.sse.hub;

import static io.tidings.sse.fixture.Block.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ConflationTest {

  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final EventDefinition<String> PRICE =
      EventDefinition.of("price", String.class).withConflate(INTERVAL);
  private static final EventDefinition<String> HALTED = EventDefinition.of("halted", String.class);
  private static final EventDefinition<Integer> COUNT =
      EventDefinition.of("count", Integer.class).withConflate(INTERVAL);
  private static final TopicDefinition PRICES =
      TopicDefinition.of("Prices", "prices/{symbol}")
          .withVariable(Variable.string("symbol"))
          .withEvent(PRICE)
          .withEvent(HALTED)
          .withEvent(COUNT);
  private static final StreamDefinition STREAM = Markets.with(PRICES);

  private final ManualTimer timer = new ManualTimer();
  private final List<String> published = new CopyOnWriteArrayList<>();
  private final Hub hub =
      Hub.builder()
          .environment(Environments.manual(timer))
          .codec(Markets.CODEC)
          .listener(
              new HubListener() {
                @Override
                public void published(String stream, String topic, String type, String id) {
                  published.add(topic + ' ' + type + ' ' + id);
                }
              })
          .build();
  private final StreamPublisher markets = hub.publisher(STREAM);

  private TestReader connect(String... topics) {
    TestReader reader = new TestReader(hub.admit(Markets.request(STREAM, topics)));
    reader.read();
    return reader;
  }

  private void price(String topic, String price) {
    markets.publish(PRICE, topic, price);
  }

  @Test
  void sendsTheFirstAtOnceAndTheNewestAtTheEndOfTheInterval() {
    TestReader reader = connect("prices/A");

    price("prices/A", "1");
    price("prices/A", "2");
    price("prices/A", "3");

    assertThat(reader.read()).containsExactly(event("price", "t1-1", "1"));
    timer.advance(INTERVAL.minusNanos(1));
    assertThat(reader.read()).isEmpty();
    timer.advance(Duration.ofNanos(1));
    assertThat(reader.read()).containsExactly(event("price", "t1-2", "3"));
  }

  @Test
  void wakesItsReadersWhenTheNewestIsStored() {
    TestReader reader = connect("prices/A");
    price("prices/A", "1");
    price("prices/A", "2");
    reader.runSignals();

    timer.advance(INTERVAL);

    assertThat(reader.runSignals()).isEqualTo(1);
  }

  @Test
  void keepsTheIntervalBetweenAnyTwoEventsHoweverManyArePublished() {
    TestReader reader = connect("prices/A");

    for (int i = 0; i < 1000; i++) {
      price("prices/A", Integer.toString(i));
      timer.advance(Duration.ofMillis(1));
    }
    timer.advance(INTERVAL);

    assertThat(reader.readData())
        .containsExactly("0", "99", "199", "299", "399", "499", "599", "699", "799", "899", "999");
  }

  @Test
  void sendsAtOnceAgainAfterAQuietInterval() {
    TestReader reader = connect("prices/A");
    price("prices/A", "1");
    price("prices/A", "2");
    timer.advance(INTERVAL);
    timer.advance(INTERVAL);

    price("prices/A", "3");

    assertThat(reader.readData()).containsExactly("1", "2", "3");
  }

  @Test
  void holdsEachTopicAndEachTypeByItself() {
    TestReader reader = connect("prices/A", "prices/B");

    price("prices/A", "a1");
    price("prices/B", "b1");
    price("prices/A", "a2");
    markets.publish(COUNT, "prices/A", 1);
    markets.publish(COUNT, "prices/A", 2);
    markets.publish(HALTED, "prices/A", "why");

    assertThat(reader.readData()).containsExactly("a1", "b1", "1", "why");
    timer.advance(INTERVAL);
    assertThat(reader.readData()).containsExactly("a2", "2");
  }

  @Test
  void givesIdsInTheOrderInWhichEventsAreStored() {
    TestReader reader = connect("prices/A");

    price("prices/A", "1");
    price("prices/A", "2");
    markets.publish(HALTED, "prices/A", "why");
    timer.advance(INTERVAL);

    assertThat(reader.read())
        .containsExactly(
            event("price", "t1-1", "1"),
            event("halted", "t1-2", "why"),
            event("price", "t1-3", "2"));
  }

  @Test
  void neverShowsWhatWasReplacedNeitherLiveNorOnReplay() {
    for (int i = 1; i <= 5; i++) {
      price("prices/A", "p" + i);
    }
    timer.advance(INTERVAL);

    TestReader late = new TestReader(hub.admit(Markets.resume(STREAM, "t1-0", "prices/A")));

    assertThat(late.readData()).containsExactly("p1", "p5");
    await()
        .untilAsserted(
            () ->
                assertThat(published)
                    .containsExactly("prices/A price t1-1", "prices/A price t1-2"));
  }

  @Test
  void keepsWhatIsForAPrincipalApartAndLetsWhatIsForAClientPass() {
    TestReader alice =
        new TestReader(
            hub.admit(
                new SubscriptionRequest(
                    STREAM, "markets", List.of("prices/A"), false, null, "a", "alice")));
    TestReader other = connect("prices/A");

    price("prices/A", "all 1");
    markets.toPrincipal("alice").publish(PRICE, "prices/A", "alice 1");
    markets.toPrincipal("alice").publish(PRICE, "prices/A", "alice 2");
    price("prices/A", "all 2");
    markets.to("a").publish(PRICE, "prices/A", "client 1");
    markets.to("a").publish(PRICE, "prices/A", "client 2");
    timer.advance(INTERVAL);

    assertThat(alice.readData())
        .containsExactly("all 1", "alice 1", "client 1", "client 2", "all 2", "alice 2");
    assertThat(other.readData()).containsExactly("all 1", "all 2");
  }

  @Test
  void sendsTheNewestBeforeTheEndOfItsTopic() {
    TestReader reader = connect("prices/A");
    price("prices/A", "1");
    markets.publish(COUNT, "prices/A", 1);
    markets.publish(COUNT, "prices/A", 2);
    price("prices/A", "2");

    markets.topic("prices/A").complete();

    assertThat(reader.readData()).containsExactly("1", "1", "2", "2", "{\"topic\":\"prices/A\"}");
    assertThat(reader.hasEnded()).isTrue();
    timer.advance(INTERVAL);
  }

  @Test
  void sendsTheNewestOfEveryTopicBeforeTheHubIsClosed() throws Exception {
    TestReader reader = connect("prices/A", "prices/B");
    price("prices/A", "a1");
    price("prices/B", "b1");
    price("prices/B", "b2");
    price("prices/A", "a2");

    Thread closing = new Thread(() -> hub.close(Duration.ofSeconds(20)));
    closing.start();
    List<String> read = new ArrayList<>();
    await()
        .until(
            () -> {
              read.addAll(reader.readData());
              return reader.hasEnded();
            });
    closing.join();

    assertThat(read).containsExactly("a1", "b1", "b2", "a2");
    assertThatThrownBy(() -> price("prices/A", "a3")).isInstanceOf(HubClosedException.class);
  }

  @Test
  void doesNotForgetATopicThatHoldsAnEvent() {
    EventDefinition<String> slow =
        EventDefinition.of("slow", String.class).withConflate(Duration.ofMinutes(30));
    StreamDefinition stream = Markets.with(PRICES.withEvent(slow).withReplay(ReplayPolicy.NONE));
    Hub hub = Hub.builder().environment(Environments.manual(timer)).build();
    StreamPublisher publisher = hub.publisher(stream);
    publisher.publish(slow, "prices/A", "1");
    publisher.publish(slow, "prices/A", "2");

    timer.advance(Duration.ofMinutes(29));
    TestReader reader = new TestReader(hub.admit(Markets.request(stream, "prices/A")));
    timer.advance(Duration.ofMinutes(1));

    assertThat(reader.readData()).containsExactly("2");
  }

  @Test
  void needsNoTimerWhileNothingIsPublished() {
    for (int i = 0; i < 1000; i++) {
      price("prices/" + i, "1");
      price("prices/" + i, "2");
    }
    assertThat(timer.tasks()).isEqualTo(2); // one to sweep, one for all topics

    timer.advance(INTERVAL.multipliedBy(2));

    assertThat(timer.tasks()).isEqualTo(1);
  }

  @Test
  void throwsToTheCallerWhenAPayloadCannotBeEncodedAndKeepsWhatItHeld() {
    TestReader reader = connect("prices/A");
    price("prices/A", "1");
    price("prices/A", "2");

    assertThatThrownBy(() -> price("prices/A", "\uD800"))
        .isInstanceOf(PayloadEncodingException.class);

    timer.advance(INTERVAL);
    assertThat(reader.readData()).containsExactly("1", "2");
  }
}
