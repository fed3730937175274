package io.tidings.sse.hub;

import static io.tidings.sse.fixture.Block.event;
import static io.tidings.sse.fixture.Block.position;
import static io.tidings.sse.hub.Markets.PRICE;
import static io.tidings.sse.hub.Markets.PRICES;
import static io.tidings.sse.hub.Markets.STREAM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a hub gives to those who come late or come back: what they missed, or word that it is gone.
 */
class HubReplayTest extends MarketsHub {

  @Test
  void replaysExactlyWhatWasMissed() {
    for (int i = 1; i <= 5; i++) {
      markets().publish(PRICE, "prices/ACME", "p" + i);
    }

    TestReader reader = connect(Markets.resume(STREAM, "t1-3", "prices/ACME"));

    assertThat(reader.read())
        .containsExactly(
            event("price", "t1-4", "p4"), event("price", "t1-5", "p5"), position("t1-5"));
  }

  @Test
  void tellsAGapAndThenWhatIsAvailableWhenTheMissedEventsAreTrimmed() {
    StreamDefinition small = Markets.with(PRICES.withReplay(new ReplayPolicy(2, 1000, null, 0)));
    StreamPublisher publisher = hub.publisher(small);
    for (int i = 1; i <= 5; i++) {
      publisher.publish(PRICE, "prices/ACME", "p" + i);
    }

    TestReader reader = connect(Markets.resume(small, "t1-2", "prices/ACME"));

    assertThat(reader.read())
        .containsExactly(
            event(
                "sse-gap",
                null,
                "{\"reason\":\"trimmed\",\"topic\":\"prices/ACME\",\"firstAvailable\":\"t1-4\"}"),
            event("price", "t1-4", "p4"),
            event("price", "t1-5", "p5"),
            position("t1-5"));
    assertThat(connect(Markets.resume(small, "t1-3", "prices/ACME")).readData())
        .containsExactly("p4", "p5");
  }

  @Test
  void tellsAnEpochGapForEveryIdThatItCannotHaveGiven() {
    markets().publish(PRICE, "prices/ACME", "p1");
    String gap = "{\"reason\":\"epoch\",\"topic\":\"prices/ACME\",\"firstAvailable\":\"t1-1\"}";

    for (String id :
        List.of("t9-1", "t1-2", "t1-", "-1", "x", "t1-01", " ", "é", "t1-9".repeat(99))) {
      assertThat(connect(Markets.resume(STREAM, id, "prices/ACME")).readData())
          .as("resume from %s", id)
          .containsExactly(gap, "p1");
    }
  }

  @Test
  void treatsAnEmptyIdAsNone() {
    markets().publish(PRICE, "prices/ACME", "p1");

    assertThat(connect(Markets.resume(STREAM, "", "prices/ACME")).readData()).isEmpty();
  }

  @Test
  void givesANewcomerAsManyOfTheNewestEventsAsTheTopicSays() {
    StreamDefinition greeting = Markets.with(PRICES.withReplay(new ReplayPolicy(9, 1000, null, 2)));
    StreamPublisher publisher = hub.publisher(greeting);
    for (int i = 1; i <= 4; i++) {
      publisher.publish(PRICE, "prices/ACME", "p" + i);
    }

    assertThat(connect(Markets.request(greeting, "prices/ACME")).readData())
        .containsExactly("p3", "p4");
  }

  @Test
  void sendsAClientThatHasSeenEverythingAwayForGood() {
    markets().publish(PRICE, "prices/A", "1");
    markets().topic("prices/A").complete();

    assertThat(hub.admit(Markets.resume(STREAM, "t1-2", "prices/A")))
        .isEqualTo(new Admission.Finished());
    assertThat(connect(Markets.resume(STREAM, "t1-0", "prices/A")).readData())
        .containsExactly("1", "{\"topic\":\"prices/A\"}");
    assertThat(connect(Markets.request(STREAM, "prices/A")).readData())
        .containsExactly("{\"topic\":\"prices/A\"}");
  }

  @Test
  void forgetsTopicsWithoutReadersAndHistoryAndErrsToTheGapSide() {
    StreamDefinition live = Markets.with(PRICES.withReplay(ReplayPolicy.NONE));
    StreamPublisher publisher = hub.publisher(live);
    publisher.publish(PRICE, "prices/A", "nobody reads this");
    assertThat(hub.topics()).containsExactly("markets/prices/A");

    timer.advance(Duration.ofMinutes(2));

    assertThat(hub.topics()).isEmpty();
    assertThat(connect(Markets.resume(live, "t1-0", "prices/A")).readData())
        .containsExactly("{\"reason\":\"trimmed\",\"topic\":\"prices/A\",\"firstAvailable\":null}");
    assertThat(connect(Markets.resume(live, "t1-1", "prices/A")).readData()).isEmpty();
  }

  @Test
  void dropsHistoryThatIsTooOld() {
    StreamDefinition aging =
        Markets.with(PRICES.withReplay(new ReplayPolicy(9, 1000, Duration.ofMinutes(1), 0)));
    StreamPublisher publisher = hub.publisher(aging);
    publisher.publish(PRICE, "prices/A", "old");
    timer.advance(Duration.ofSeconds(50));
    publisher.publish(PRICE, "prices/A", "new");
    timer.advance(Duration.ofSeconds(20));

    assertThat(connect(Markets.resume(aging, "t1-1", "prices/A")).readData())
        .containsExactly("new");
    assertThat(connect(Markets.resume(aging, "t1-0", "prices/A")).readData())
        .containsExactly(
            "{\"reason\":\"trimmed\",\"topic\":\"prices/A\",\"firstAvailable\":\"t1-2\"}", "new");
  }
}
