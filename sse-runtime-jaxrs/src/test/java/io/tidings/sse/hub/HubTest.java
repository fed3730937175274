package io.tidings.sse.hub;

import static io.tidings.sse.fixture.Admissions.granted;
import static io.tidings.sse.fixture.Block.event;
import static io.tidings.sse.fixture.Block.position;
import static io.tidings.sse.hub.Markets.HALTED;
import static io.tidings.sse.hub.Markets.PRICE;
import static io.tidings.sse.hub.Markets.PRICES;
import static io.tidings.sse.hub.Markets.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.fixture.Block;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a hub sends to those who are connected, and when it lets them go. */
class HubTest extends MarketsHub {

  @Test
  void sendsWhatIsPublishedAfterAClientHasConnected() {
    TestReader reader = connect(Markets.request(STREAM, "prices/ACME"));

    assertThat(reader.read()).containsExactly(position("t1-0"));
    markets().publish(PRICE, "prices/ACME", "12");
    markets().publish(HALTED, "prices/ACME", "why");

    assertThat(reader.read())
        .containsExactly(event("price", "t1-1", "12"), event("halted", "t1-2", "why"));
  }

  @Test
  void asksForThePumpOnceForManySignals() {
    TestReader reader = connect(Markets.request(STREAM, "prices/ACME"));
    reader.runSignals();

    markets().publish(PRICE, "prices/ACME", "1");
    markets().publish(PRICE, "prices/ACME", "2");
    markets().publish(PRICE, "prices/ACME", "3");

    assertThat(reader.runSignals()).isEqualTo(1);
    assertThat(reader.readData()).containsExactly("1", "2", "3");
  }

  @Test
  void greetsWithTheRetryDelayAndTheHeartbeatInterval() {
    TestReader reader = connect(Markets.request(STREAM, "prices/ACME"));

    reader.subscription.greet(
        (bytes, from, to, frames) ->
            assertThat(new String(bytes, from, to - from, java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(": tidings; heartbeat=15000\nretry: 3000\n\n"));
  }

  @Test
  void mergesTopicsInTheOrderOfTheStreamAndLabelsTheirEvents() {
    markets().publish(PRICE, "prices/A", "a1");
    TestReader reader = connect(Markets.resume(STREAM, "t1-0", "prices/A", "prices/B"));
    markets().publish(PRICE, "prices/B", "b2");
    markets().publish(HALTED, "prices/A", "a3");
    markets().publish(PRICE, "prices/C", "c4");
    markets().publish(PRICE, "prices/B", "b5");

    assertThat(reader.read())
        .containsExactly(
            event("prices/A#price", "t1-1", "a1"),
            position("t1-1"),
            event("prices/B#price", "t1-2", "b2"),
            event("prices/A#halted", "t1-3", "a3"),
            event("prices/B#price", "t1-5", "b5"));
  }

  @Test
  void readsTheSameHoweverSmallTheStepsAre() {
    for (int i = 0; i < 200; i++) {
      markets().publish(PRICE, "prices/" + "ABC".charAt(i % 3), "p" + i);
    }

    List<Block> whole = connect(Markets.resume(STREAM, "t1-0", "prices/A", "prices/B")).read();
    List<Block> steps = connect(Markets.resume(STREAM, "t1-0", "prices/A", "prices/B")).read(1);

    assertThat(steps).isEqualTo(whole).hasSize(134 + 1);
  }

  @Test
  void keepsTheExpansionsOfAStreamApart() {
    StreamDefinition tenants =
        StreamDefinition.of(Markets.class, "/tenants/{tenant}/markets").withTopic(PRICES);
    StreamPublisher publisher = hub.publisher(tenants);
    publisher.in("tenants/a/markets").publish(PRICE, "prices/A", "a's");
    publisher.in("tenants/b/markets").publish(PRICE, "prices/A", "b's");

    SubscriptionRequest ofA =
        new SubscriptionRequest(
            tenants, "tenants/a/markets", List.of("prices/A"), false, "x", null, null);
    assertThat(connect(ofA).readData()).hasSize(2).last().isEqualTo("a's");
    assertThatThrownBy(() -> publisher.publish(PRICE, "prices/A", "whose?"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("in(…)");
  }

  @Test
  void reachesOneClientAloneAndStoresNothing() {
    TestReader one = connect(request("alice", null, null));
    TestReader other = connect(request("bob", null, null));
    markets().to("alice").publish(PRICE, "prices/A", "for alice");
    markets().publish(PRICE, "prices/A", "for all");

    assertThat(one.readData()).containsExactly("for alice", "for all");
    assertThat(other.readData()).containsExactly("for all");
    assertThat(connect(request("alice", null, "t1-0")).readData()).containsExactly("for all");
  }

  @Test
  void reachesOnePrincipalAloneLiveAndOnReplay() {
    TestReader mine = connect(request(null, "alice", null));
    TestReader others = connect(request(null, "bob", null));
    markets().toPrincipal("alice").publish(PRICE, "prices/A", "secret");
    markets().publish(PRICE, "prices/A", "public");

    assertThat(mine.readData()).containsExactly("secret", "public");
    assertThat(others.readData()).containsExactly("public");
    assertThat(connect(request(null, "alice", "t1-0")).readData())
        .containsExactly("secret", "public");
    assertThat(connect(request(null, null, "t1-0")).readData()).containsExactly("public");
  }

  private static SubscriptionRequest request(
      @Nullable String client, @Nullable String principal, @Nullable String id) {
    return new SubscriptionRequest(
        STREAM,
        "markets",
        List.of("prices/A"),
        false,
        id,
        client == null ? "reader" : client,
        principal);
  }

  @Test
  void showsWhoIsConnected() {
    TestReader reader = connect(request("alice", "Alice", null));
    markets().publish(PRICE, "prices/A", "1");

    assertThat(hub.connections()).containsExactly(reader.subscription);
    assertThat(hub.connection("alice")).contains(reader.subscription);
    assertThat(hub.topics()).containsExactly("markets/prices/A");
    assertThat(markets().topic("prices/A").subscriberCount()).isEqualTo(1);
    assertThat(markets().topic("prices/A").lastEventId()).contains("t1-1");
    assertThat(reader.subscription.lag()).isEqualTo(1);

    markets().topic("prices/A").disconnectAll();
    reader.read();

    assertThat(reader.hasEnded()).isTrue();
    assertThat(hub.connections()).isEmpty();
    assertThat(markets().topic("prices/A").subscriberCount()).isZero();
  }

  @Test
  void endsASubscriptionThatNobodyOpens() {
    Subscription abandoned = granted(hub.admit(Markets.request(STREAM, "prices/A")));
    assertThat(hub.connections()).isEmpty();
    assertThat(markets().topic("prices/A").subscriberCount()).isEqualTo(1);

    timer.advance(Duration.ofSeconds(40));

    assertThat(markets().topic("prices/A").subscriberCount()).isZero();
    assertThat(abandoned.open(Runnable::run, () -> {})).isFalse();
  }

  @Test
  void endsAConnectionWhenAllItsTopicsHaveEnded() {
    TestReader reader = connect(Markets.request(STREAM, "prices/A", "prices/B"));
    markets().publish(PRICE, "prices/A", "last");
    markets().topic("prices/A").complete();

    assertThat(reader.readData()).containsExactly("last", "{\"topic\":\"prices/A\"}");
    assertThat(reader.hasEnded()).isFalse();

    markets().topic("prices/B").complete();
    assertThat(reader.read()).containsExactly(event("sse-end", "t1-3", "{\"topic\":\"prices/B\"}"));
    assertThat(reader.hasEnded()).isTrue();
    assertThat(reader.subscription.closing()).contains(CloseReason.COMPLETED);
  }

  @Test
  void drainsEveryReaderWhenItIsClosed() {
    TestReader reader = connect(Markets.request(STREAM, "prices/A"));
    markets().publish(PRICE, "prices/A", "last");
    reader.subscription.drain();

    assertThat(reader.read())
        .containsExactly(
            new Block(null, null, null, 3000L, null),
            position("t1-0"),
            event("price", "t1-1", "last"));
    assertThat(reader.hasEnded()).isTrue();
    assertThat(reader.subscription.closing()).contains(CloseReason.HUB_CLOSED);
  }
}
