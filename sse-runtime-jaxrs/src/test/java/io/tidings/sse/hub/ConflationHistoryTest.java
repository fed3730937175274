package io.tidings.sse.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.Timeout;

/** What is held back on its way into a history. */
@Timeout(30)
class ConflationHistoryTest {

  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final EventDefinition<String> PRICE =
      EventDefinition.of("price", String.class).withConflate(INTERVAL);
  private static final String END = "{\"topic\":\"prices/A\"}";
  private static final EventDefinition<String> HALTED = EventDefinition.of("halted", String.class);
  private static final StreamDefinition STREAM =
      Markets.with(
          TopicDefinition.of("Prices", "prices/{symbol}")
              .withVariable(Variable.string("symbol"))
              .withEvent(PRICE)
              .withEvent(HALTED));

  private final ManualTimer timer = new ManualTimer();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final List<Runnable> whileStoring = new CopyOnWriteArrayList<>();
  private final ListHistory history =
      new ListHistory() {
        @Override
        public List<Position> append(List<Append> batch) {
          whileStoring.forEach(Runnable::run);
          return super.append(batch);
        }
      };
  private final Hub hub =
      Hub.builder()
          .environment(Environments.manual(timer))
          .history(history)
          .memory(100, 1 << 20)
          .listener(
              new HubListener() {
                @Override
                public void failed(@Nullable Connection connection, Throwable failure) {
                  failures.add(failure);
                }
              })
          .build();
  private final StreamPublisher markets = hub.publisher(STREAM);

  @AfterEach
  void close() {
    hub.close(Duration.ZERO);
  }

  private void price(String key, String price) {
    markets.withKey(key).publish(PRICE, "prices/A", price);
  }

  private void complete() {
    markets.topic("prices/A").complete();
  }

  /** What is held is stored by a thread of its own, before this is. */
  private void passAnInterval() {
    timer.advance(INTERVAL);
    markets.publish(HALTED, "prices/OTHER", "why");
  }

  /** What the history has of a topic. */
  private List<String> stored() {
    List<String> data = new ArrayList<>();
    history
        .page("markets", "prices/A", 0, 1000, 1 << 20)
        .events()
        .forEach(event -> data.add(new String(event.data(), UTF_8)));
    return data;
  }

  @Test
  void keepsTheNewestWhenThePublishOfAStoredEventIsTriedAgain() {
    price("k1", "1");
    price("k2", "2");

    price("k1", "1");
    passAnInterval();

    assertThat(stored()).containsExactly("1", "2");
  }

  @Test
  void storesAnEventOnceThatIsTriedAgainWhileItIsHeldOrAfterItWasReplacedOrStored() {
    price("k1", "1");
    price("k2", "2");
    price("k2", "2");
    price("k3", "3");
    price("k2", "2");
    passAnInterval();
    passAnInterval();

    price("k2", "2");
    price("k3", "3");
    passAnInterval();

    assertThat(stored()).containsExactly("1", "3");
  }

  @Test
  void storesAnEventThatIsTriedAgainAfterItCouldNotBeStoredAndStillEndsWithTheNewest() {
    markets.publish(HALTED, "prices/A", "why");
    history.failure = "disk must have room; was full";
    assertThatThrownBy(() -> price("k1", "1")).isInstanceOf(HistoryException.class);
    history.failure = null;
    price("k2", "2");

    price("k1", "1");
    passAnInterval();

    assertThat(stored()).containsExactly("why", "1", "2");
  }

  @Test
  void refusesWhatIsPublishedWhileItsTopicEndsOrItWouldBeStoredAfterTheEnd() {
    List<Throwable> refused = new CopyOnWriteArrayList<>();
    price("k1", "1");
    whileStoring.add(() -> refused.add(catchThrowable(() -> price("k2", "2"))));

    complete();
    whileStoring.clear();
    passAnInterval();

    assertThat(stored()).containsExactly("1", END);
    assertThat(refused)
        .singleElement()
        .isInstanceOf(IllegalStateException.class)
        .hasToString(catchThrowable(() -> price("k3", "3")).toString());
  }

  @Test
  void goesOnWithATopicThatCouldNotBeCompleted() {
    price("k1", "1");
    history.failure = "disk must have room; was full";
    assertThatThrownBy(this::complete).isInstanceOf(HistoryException.class);
    history.failure = null;

    price("k2", "2");
    passAnInterval();
    price("k3", "3");
    complete();

    assertThat(stored()).containsExactly("1", "2", "3", END);
  }

  /** Lets an interval end while the disk is full. */
  private void failToStoreWhatIsHeld() {
    history.failure = "disk must have room; was full";
    timer.advance(INTERVAL);
    assertThatThrownBy(() -> markets.publish(HALTED, "prices/A", "why"))
        .isInstanceOf(HistoryException.class);
    history.failure = null;
  }

  @Test
  void storesAtTheEndOfTheNextIntervalWhatCouldNotBeStoredAndTellsOfIt() {
    price("k1", "1");
    price("k2", "2");

    failToStoreWhatIsHeld();
    passAnInterval();

    assertThat(stored()).containsExactly("1", "2");
    await().untilAsserted(() -> assertThat(failures).isNotEmpty());
    assertThat(failures.get(0)).hasMessage("disk must have room; was full");
  }

  @Test
  void storesWhatIsNewerInsteadOfWhatCouldNotBeStored() {
    price("k1", "1");
    price("k2", "2");

    failToStoreWhatIsHeld();
    price("k3", "3");
    passAnInterval();
    passAnInterval();

    assertThat(stored()).containsExactly("1", "3");
  }

  @Test
  void storesBeforeTheEndOfATopicWhatCouldNotBeStored() {
    price("k1", "1");
    price("k2", "2");
    history.failure = "disk must have room; was full";
    assertThatThrownBy(this::complete).isInstanceOf(HistoryException.class);
    history.failure = null;

    complete();
    passAnInterval();

    assertThat(stored()).containsExactly("1", "2", END);
  }
}
