package io.tidings.sse.hub;

import static io.tidings.sse.hub.Markets.PRICE;
import static io.tidings.sse.hub.Markets.PRICES;
import static io.tidings.sse.hub.Markets.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.Environments;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hub goes on where the one before it on the same history has ended. */
class HubRestartTest extends HubOnHistory {

  @Test
  void replaysAfterARestartBeforeAnythingIsPublished() {
    publish(1, 10);
    List<Block> before = resume("t1-3", "prices/A").read();
    restart();

    assertThat(resume("t1-3", "prices/A").read()).isEqualTo(before);
    assertThat(hub().topics()).containsExactly("markets/prices/A");
    assertThat(hub().publisher(STREAM).topic("prices/A").lastEventId()).contains("t1-10");
  }

  @Test
  void knowsTheNewestIdAfterARestart() {
    publish(1, 3);
    restart();

    assertThat(hub().publisher(STREAM).topic("prices/A").lastEventId()).contains("t1-3");
    assertThat(hub().publisher(STREAM).topic("prices/B").lastEventId()).isEmpty();
  }

  @Test
  void refusesToPublishAfterItWasClosed() {
    publish(1, 3);
    hub().close(Duration.ZERO);

    assertThatThrownBy(() -> publish(4, 4)).isInstanceOf(HubClosedException.class);
    assertThatThrownBy(() -> hub().publisher(STREAM).publish(PRICE, "prices/B", "p"))
        .isInstanceOf(HubClosedException.class);
  }

  @Test
  void goesOnWithItsIdsAfterARestart() {
    publish(1, 3);
    restart();
    TestReader reader = resume("t1-1", "prices/A");
    publish(4, 4);

    assertThat(reader.readData()).containsExactly("p2", "p3", "p4");
    assertThat(hub().publisher(STREAM).topic("prices/A").lastEventId()).contains("t1-4");
  }

  @Test
  void sendsAClientAwayForGoodAfterARestartToo() {
    publish(1, 2);
    hub().publisher(STREAM).topic("prices/A").complete();
    restart();

    assertThat(hub().admit(Markets.resume(STREAM, "t1-3", "prices/A")))
        .isEqualTo(new Admission.Finished());
    assertThat(resume(null, "prices/A").readData()).containsExactly("{\"topic\":\"prices/A\"}");
    assertThat(resume("t1-1", "prices/A").readData())
        .containsExactly("p2", "{\"topic\":\"prices/A\"}");
    assertThatThrownBy(() -> publish(4, 4)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void givesANewcomerTheNewestEventsAfterARestart() {
    StreamDefinition greeting = Markets.with(PRICES.withReplay(new ReplayPolicy(9, 1000, null, 2)));
    StreamPublisher markets = hub().publisher(greeting);
    markets.publish(PRICE, "prices/A", "p1");
    markets.toPrincipal("alice").publish(PRICE, "prices/A", "secret");
    markets.publish(PRICE, "prices/A", "p3");
    markets.toPrincipal("alice").publish(PRICE, "prices/A", "secret");
    restart();

    TestReader reader = new TestReader(hub().admit(Markets.request(greeting, "prices/A")));

    assertThat(reader.readData()).containsExactly("p1", "p3");
  }

  @Test
  void storesTheNewestOfWhatWasHeldBackWhenItsIntervalEndsAndOnClose() {
    EventDefinition<String> tick =
        EventDefinition.of("tick", String.class).withConflate(Duration.ofSeconds(1));
    StreamDefinition ticking = Markets.with(PRICES.withEvent(tick));
    StreamPublisher markets = hub().publisher(ticking);
    List.of("t1", "t2", "t3").forEach(text -> markets.publish(tick, "prices/A", text));
    timer.advance(Duration.ofSeconds(1));
    List.of("t4", "t5").forEach(text -> markets.publish(tick, "prices/A", text));
    restart();

    TestReader reader = new TestReader(hub().admit(Markets.resume(ticking, "t1-0", "prices/A")));

    assertThat(reader.readData()).containsExactly("t1", "t3", "t5");
  }

  @Test
  void storesAnEventWithAKeyOnceAlsoAfterARestart() {
    hub().publisher(STREAM).withKey("k").publish(PRICE, "prices/A", "once");
    restart();
    StreamPublisher keyed = hub().publisher(STREAM).withKey("k");
    keyed.publish(PRICE, "prices/A", "once");
    keyed.publish(Markets.HALTED, "prices/A", "another type");
    keyed.publish(PRICE, "prices/B", "another topic");
    keyed.toPrincipal("bob").publish(PRICE, "prices/A", "another reader");

    assertThat(resume("t1-0", "prices/A", "prices/B").readData())
        .containsExactly("once", "another type", "another topic");
  }

  @Test
  void storesAnEventWithAKeyOnceInMemoryToo() {
    Hub memory = Hub.builder().environment(Environments.manual(timer)).build();
    StreamPublisher keyed = memory.publisher(STREAM).withKey("k");
    keyed.publish(PRICE, "prices/A", "once");
    keyed.publish(PRICE, "prices/A", "once");
    keyed.withKey("l").publish(PRICE, "prices/A", "another key");

    TestReader reader = new TestReader(memory.admit(Markets.resume(STREAM, "t1-0", "prices/A")));

    assertThat(reader.readData()).containsExactly("once", "another key");
    assertThatThrownBy(() -> keyed.withKey("")).hasMessageContaining("1 to 256");
  }

  @Test
  void givesEachEventOfOneClientItsOwnIdAlsoAfterARestart() {
    TestReader alice = resume(null, "prices/A");
    publish(1, 1);
    hub().publisher(STREAM).to("reader").publish(PRICE, "prices/A", "for you");
    publish(3, 3);

    assertThat(alice.readData()).containsExactly("p1", "for you", "p3");
    restart();
    publish(4, 4);
    assertThat(resume("t1-2", "prices/A").readData()).containsExactly("p3", "p4");
  }
}
