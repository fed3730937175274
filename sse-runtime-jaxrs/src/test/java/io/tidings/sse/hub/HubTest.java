package io.tidings.sse.hub;

import static io.tidings.sse.hub.Markets.COUNT;
import static io.tidings.sse.hub.Markets.HALTED;
import static io.tidings.sse.hub.Markets.PRICE;
import static io.tidings.sse.hub.Markets.PRICES;
import static io.tidings.sse.hub.Markets.RAW;
import static io.tidings.sse.hub.Markets.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HubTest {

  private final ManualTimer timer = new ManualTimer();
  private final Hub hub =
      Hub.builder().environment(Environments.manual(timer)).codec(Markets.CODEC).build();

  private StreamPublisher markets() {
    return hub.publisher(STREAM);
  }

  private TestReader connect(SubscriptionRequest request) {
    return new TestReader(hub.admit(request));
  }

  private static Block event(String type, @Nullable String id, String data) {
    return new Block(type, id, data, null, null);
  }

  private static Block position(String id) {
    return new Block(null, id, null, null, null);
  }

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
  void refusesToPublishToATopicThatHasEnded() {
    markets().topic("prices/A").complete();

    assertThatThrownBy(() -> markets().publish(PRICE, "prices/A", "late"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("prices/A");
  }

  @Test
  void refusesToPublishAfterClose() {
    hub.close(Duration.ZERO);

    assertThatThrownBy(() -> markets().publish(PRICE, "prices/A", "late"))
        .isInstanceOf(HubClosedException.class)
        .hasMessageContaining("prices/A");
    assertThat(hub.admit(Markets.request(STREAM, "prices/A")))
        .isEqualTo(new Admission.Closing(Duration.ofSeconds(45)));
  }

  @Test
  void refusesAPayloadThatCannotBeEncodedAndSendsNothing() {
    EventDefinition<Object> odd = EventDefinition.of("odd", Object.class);
    StreamDefinition stream = Markets.with(PRICES.withEvent(odd));
    TestReader reader = connect(Markets.request(stream, "prices/A"));
    reader.read();

    assertThatThrownBy(() -> hub.publisher(stream).publish(odd, "prices/A", new Object()))
        .isInstanceOf(PayloadEncodingException.class)
        .hasMessageContaining("prices/A")
        .hasMessageContaining("no writer");
    assertThatThrownBy(() -> hub.publisher(stream).publish(PRICE, "prices/A", "\ud800"))
        .isInstanceOf(PayloadEncodingException.class);
    assertThat(reader.read()).isEmpty();
    hub.publisher(stream).publish(PRICE, "prices/A", "fine");
    assertThat(reader.read()).containsExactly(event("price", "t1-1", "fine"));
  }

  @Test
  void refusesAPayloadThatIsTooLarge() {
    StreamDefinition narrow = Markets.with(PRICES.withLimits(new LimitPolicy(0, 0, 0, 0, null, 3)));

    hub.publisher(narrow).publish(PRICE, "prices/A", "123");
    assertThatThrownBy(() -> hub.publisher(narrow).publish(PRICE, "prices/A", "1234"))
        .isInstanceOf(PayloadTooLargeException.class)
        .hasMessageContaining("3 bytes; was 4");
  }

  @Test
  void sendsTextAsItIsBytesAsBase64AndEverythingElseThroughTheCodec() {
    TestReader reader = connect(Markets.request(STREAM, "prices/A"));

    markets().publish(PRICE, "prices/A", "a\r\nb\rc\n\nd\u0085\u2028\ufeff\u0000");
    markets().publish(PRICE, "prices/A", "");
    markets().publish(RAW, "prices/A", new byte[] {1, 2, 3});
    markets().publish(COUNT, "prices/A", 42);

    assertThat(reader.readData())
        .containsExactly("a\nb\nc\n\nd\u0085\u2028\ufeff\u0000", "", "AQID", "42");
  }

  @Test
  void refusesToPublishWithoutACodecWhetherOrNotAnyoneReads() {
    Hub bare = Hub.builder().environment(Environments.manual(timer)).build();

    bare.publisher(STREAM).publish(PRICE, "prices/A", "text needs none");
    assertThatThrownBy(() -> bare.publisher(STREAM).publish(COUNT, "prices/A", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Hub.builder().codec");
  }

  @Test
  void refusesTheCodecOfASecondApplication() {
    Hub shared = Hub.builder().environment(Environments.manual(timer)).build();
    shared.bindCodec(Markets.CODEC, "first");
    shared.bindCodec(Markets.CODEC, "first");

    assertThatThrownBy(() -> shared.bindCodec(Markets.CODEC, "second"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("second");
    hub.bindCodec(Markets.CODEC, "one");
    hub.bindCodec(Markets.CODEC, "other");
  }

  @Test
  void refusesTopicsThatTheStreamDoesNotHave() {
    for (String topic :
        List.of(
            "",
            "prices",
            "prices/",
            "prices/.",
            "prices/..",
            "prices/a/b",
            "other/x",
            "/prices/a",
            "prices/%41",
            "prices/a b",
            "prices/%zz",
            "prices/\ud800",
            "prices/a?x=1")) {
      assertThatThrownBy(() -> markets().publish(PRICE, topic, "1"))
          .as("publish to %s", topic)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesAnEventThatTheTopicDoesNotCarry() {
    EventDefinition<String> foreign = EventDefinition.of("price", String.class);

    assertThatThrownBy(() -> markets().publish(foreign, "prices/A", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Prices prices/{symbol}");
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
    Subscription abandoned =
        ((Admission.Granted) hub.admit(Markets.request(STREAM, "prices/A"))).subscription();
    assertThat(hub.connections()).isEmpty();
    assertThat(markets().topic("prices/A").subscriberCount()).isEqualTo(1);

    timer.advance(Duration.ofSeconds(40));

    assertThat(markets().topic("prices/A").subscriberCount()).isZero();
    assertThat(abandoned.open(Runnable::run, () -> {})).isFalse();
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
  void doesNotEncodeWhatNobodyWillRead() {
    StreamDefinition live = Markets.with(PRICES.withReplay(ReplayPolicy.NONE));

    hub.publisher(live).publish(PRICE, "prices/A", "\ud800");

    assertThat(connect(Markets.resume(live, "t1-0", "prices/A")).readData()).hasSize(1);
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
}
