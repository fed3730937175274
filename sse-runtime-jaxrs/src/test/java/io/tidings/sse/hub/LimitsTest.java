package io.tidings.sse.hub;

import static io.tidings.sse.hub.Markets.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LimitsTest {

  /** More for a long look: {@code -Dhub.invented.topics=1000000}. */
  private static final int LONG = Integer.getInteger("hub.invented.topics", 50_000);

  private static final StreamDefinition TENANTS =
      StreamDefinition.of(LimitsTest.class, "/tenants/{tenant}")
          .withVariable(Variable.string("tenant"))
          .withTopic(Markets.PRICES.withReplay(ReplayPolicy.NONE));

  private final ManualTimer timer = new ManualTimer();
  private final Hub hub = hub(200_000);

  private Hub hub(int topics) {
    return Hub.builder().environment(Environments.manual(timer)).topics(topics).build();
  }

  private static StreamDefinition stream(LimitPolicy limits) {
    return Markets.STREAM.withLimits(limits);
  }

  private static SubscriptionRequest request(
      StreamDefinition stream, @Nullable String client, @Nullable String principal, String topic) {
    return new SubscriptionRequest(
        stream, "markets", List.of(topic), false, null, client, principal);
  }

  private Admission admit(StreamDefinition stream, @Nullable String client, String topic) {
    return hub.admit(request(stream, client, null, topic));
  }

  private static Subscription granted(Admission admission) {
    assertThat(admission).isInstanceOf(Admission.Granted.class);
    return ((Admission.Granted) admission).subscription();
  }

  private static void assertRefused(Admission admission, Admission.Limit limit) {
    assertThat(admission)
        .isInstanceOfSatisfying(
            Admission.Refused.class, refused -> assertThat(refused.limit()).isEqualTo(limit));
  }

  @Test
  void letsInAsManyAsTheStreamHasRoomFor() {
    StreamDefinition two = stream(new LimitPolicy(2, 0, 0, 0, null, 0));
    granted(admit(two, "a", "prices/A"));
    Subscription second = granted(admit(two, "b", "prices/B"));

    assertRefused(admit(two, "c", "prices/C"), Admission.Limit.SUBSCRIBERS);
    second.ended(CloseReason.CLOSED_BY_CLIENT);
    second.ended(CloseReason.FAILED);
    second.close(CloseReason.CLOSED_BY_SERVER);

    granted(admit(two, "c", "prices/C"));
    assertRefused(admit(two, "d", "prices/D"), Admission.Limit.SUBSCRIBERS);
  }

  @Test
  void neverLetsInOneTooManyHoweverManyComeAtOnce() throws Exception {
    StreamDefinition fifty = stream(new LimitPolicy(50, 0, 0, 0, null, 0));
    for (int round = 0; round < 5; round++) {
      Queue<Subscription> in = new ConcurrentLinkedQueue<>();
      together(
          8,
          thread -> {
            for (int i = 0; i < 25; i++) {
              if (admit(fifty, thread + "-" + i, "prices/A") instanceof Admission.Granted granted) {
                in.add(granted.subscription());
              }
            }
          });
      assertThat(in).hasSize(50);

      together(
          8,
          thread -> in.forEach(subscription -> subscription.ended(CloseReason.CLOSED_BY_CLIENT)));
    }
    assertThat(hub.publisher(fifty).topic("prices/A").subscriberCount()).isZero();
  }

  private interface Work {
    void of(int thread);
  }

  private static void together(int threads, Work work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> all = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int own = thread;
      all.add(
          pool.submit(
              () -> {
                start.await();
                work.of(own);
                return null;
              }));
    }
    start.countDown();
    for (Future<?> one : all) {
      one.get(20, TimeUnit.SECONDS);
    }
    pool.shutdown();
  }

  @Test
  void givesAwayAgainWhatNobodyHasOpened() {
    StreamDefinition one = stream(new LimitPolicy(1, 0, 0, 0, null, 0));
    granted(admit(one, "a", "prices/A"));

    timer.advance(Duration.ofSeconds(40));

    granted(admit(one, "b", "prices/A"));
  }

  @Test
  void countsEveryTopicByItself() {
    StreamDefinition one = stream(new LimitPolicy(0, 1, 0, 0, null, 0));
    granted(admit(one, "a", "prices/A"));

    assertRefused(admit(one, "b", "prices/A"), Admission.Limit.PER_TOPIC);
    granted(admit(one, "b", "prices/B"));
  }

  @Test
  void countsAClientByItsNameElseByItsPrincipalElseNotAtAll() {
    StreamDefinition one = stream(new LimitPolicy(0, 0, 1, 0, null, 0));
    granted(admit(one, "a", "prices/A"));
    granted(hub.admit(request(one, "b", "alice", "prices/A")));
    granted(hub.admit(request(one, null, "alice", "prices/A")));
    granted(hub.admit(request(one, null, "a", "prices/A")));
    granted(admit(one, null, "prices/A"));
    granted(admit(one, null, "prices/A"));

    assertRefused(admit(one, "a", "prices/B"), Admission.Limit.PER_CLIENT);
    assertRefused(hub.admit(request(one, null, "alice", "prices/A")), Admission.Limit.PER_CLIENT);
  }

  @Test
  void countsTheTopicsOfOneTemplateTogetherWhenItHasLimitsOfItsOwn() {
    StreamDefinition stream =
        StreamDefinition.of(Markets.class, "/markets")
            .withLimits(new LimitPolicy(3, 0, 0, 0, null, 0))
            .withTopic(Markets.PRICES.withLimits(new LimitPolicy(2, 0, 1, 0, null, 0)))
            .withTopic(TopicDefinition.of("Alerts", "alerts").withEvent(PRICE));
    granted(admit(stream, "a", "prices/A"));

    assertRefused(admit(stream, "a", "prices/B"), Admission.Limit.PER_CLIENT);
    granted(admit(stream, "b", "prices/B"));
    assertRefused(admit(stream, "c", "prices/C"), Admission.Limit.SUBSCRIBERS);
    granted(admit(stream, "a", "alerts"));
    assertRefused(admit(stream, "d", "alerts"), Admission.Limit.SUBSCRIBERS);
  }

  @Test
  void turnsAwayForGoodWhoAsksForMoreTopicsThanAConnectionMayHave() {
    StreamDefinition one = stream(new LimitPolicy(0, 0, 0, 1, null, 0));

    assertThat(hub.admit(Markets.request(one, "prices/A", "prices/B")))
        .isEqualTo(new Admission.TooManyTopics(1));
    granted(hub.admit(Markets.request(one, "prices/A", "prices/A")));
    assertThat(hub.topics()).containsExactly("markets/prices/A");
  }

  @Test
  void remembersNoTopicOfAClientThatWasTurnedAway() {
    StreamDefinition one = stream(new LimitPolicy(1, 0, 0, 0, null, 0));
    granted(admit(one, "a", "prices/A"));

    admit(one, "b", "prices/B");

    assertThat(hub.topics()).containsExactly("markets/prices/A");
  }

  @Test
  void appliesThePayloadLimitOfTheStreamToTopicsThatSayNothing() {
    StreamDefinition stream =
        StreamDefinition.of(Markets.class, "/markets")
            .withLimits(new LimitPolicy(0, 0, 0, 0, null, 3))
            .withTopic(Markets.PRICES)
            .withTopic(
                TopicDefinition.of("Alerts", "alerts")
                    .withEvent(PRICE)
                    .withLimits(new LimitPolicy(0, 0, 0, 0, null, 5)));
    StreamPublisher publisher = hub.publisher(stream);
    publisher.publish(PRICE, "prices/A", "123");
    publisher.publish(PRICE, "alerts", "12345");

    assertThatThrownBy(() -> publisher.publish(PRICE, "prices/A", "1234"))
        .isInstanceOf(PayloadTooLargeException.class);
    assertThatThrownBy(() -> publisher.publish(PRICE, "alerts", "123456"))
        .isInstanceOf(PayloadTooLargeException.class);
  }

  @Test
  void knowsAsManyTopicsAsItMayHoweverManyArePublishedTo() {
    Hub small = hub(1000);
    StreamPublisher publisher = small.publisher(Markets.STREAM);
    int refused = 0;

    for (int i = 0; i < 20_000; i++) {
      try {
        publisher.publish(PRICE, "prices/invented" + i, "1");
      } catch (TopicLimitException e) {
        refused++;
      }
    }

    assertThat(small.topics()).hasSize(1000);
    assertThat(refused).isEqualTo(19_000);
    assertThatThrownBy(() -> publisher.publish(PRICE, "prices/more", "1"))
        .isInstanceOf(TopicLimitException.class)
        .hasMessageContaining("prices/more")
        .hasMessageContaining("1000")
        .hasMessageContaining("Hub.builder().topics(");
    publisher.publish(PRICE, "prices/invented0", "2");
  }

  @Test
  void forgetsWhatNobodyWouldMissBeforeItRefuses() {
    Hub small = hub(1000);
    StreamDefinition stream = Markets.with(Markets.PRICES.withReplay(ReplayPolicy.NONE));
    StreamPublisher publisher = small.publisher(stream);

    for (int i = 0; i < LONG; i++) {
      if (i % 1000 == 0) {
        timer.advance(Duration.ofSeconds(1));
      }
      publisher.publish(PRICE, "prices/invented" + i, "1");
    }

    assertThat(small.topics()).hasSizeLessThanOrEqualTo(1000);
  }

  @Test
  void forgetsTheTopicsThatClientsInventWhenTheyHaveLeft() {
    for (int i = 0; i < 30_000; i++) {
      granted(admit(Markets.STREAM, null, "prices/invented" + i))
          .ended(CloseReason.CLOSED_BY_CLIENT);
    }

    assertThat(hub.topics()).hasSizeLessThanOrEqualTo(10_000);
  }

  @Test
  void forgetsTheStreamsThatAreInventedByTheVariablesOfTheirPath() {
    for (int i = 0; i < 5000; i++) {
      granted(admitTenant("invented" + i)).ended(CloseReason.CLOSED_BY_CLIENT);
    }
    new TestReader(admitTenant("stays"));
    assertThat(hub.streamsKnown()).isEqualTo(5001);

    timer.advance(Duration.ofMinutes(2));

    assertThat(hub.streamsKnown()).isEqualTo(1);
  }

  @Test
  void findsAForgottenStreamAgainWhoeverStillHasItInHand() {
    StreamPublisher acme = hub.publisher(TENANTS).in("tenants/acme");
    TopicHandle handle = acme.topic("prices/A");
    acme.publish(PRICE, "prices/A", "1");
    timer.advance(Duration.ofMinutes(2));
    assertThat(hub.streamsKnown()).isZero();

    TestReader reader = new TestReader(admitTenant("acme"));
    acme.publish(PRICE, "prices/A", "2");

    assertThat(reader.readData()).containsExactly("2");
    assertThat(handle.subscriberCount()).isEqualTo(1);
    handle.complete();
    assertThat(reader.readData()).hasSize(1);
    assertThat(reader.hasEnded()).isTrue();
  }

  private Admission admitTenant(String tenant) {
    return hub.admit(
        new SubscriptionRequest(
            TENANTS, "tenants/" + tenant, List.of("prices/A"), false, null, null, null));
  }

  @Test
  void keepsRoomForPublishersWhateverClientsAskFor() {
    Hub small = hub(100);
    for (int i = 0; i < 200; i++) {
      small.admit(request(Markets.STREAM, null, null, "prices/asked" + i));
    }

    assertThat(small.topics()).hasSize(90);
    assertRefused(
        small.admit(request(Markets.STREAM, null, null, "prices/more")), Admission.Limit.TOPICS);
    granted(small.admit(request(Markets.STREAM, null, null, "prices/asked0")));
    for (int i = 0; i < 10; i++) {
      small.publisher(Markets.STREAM).publish(PRICE, "prices/published" + i, "1");
    }
  }

  @Test
  void readsEveryTopicOfARequestHoweverManyTopicsThereAre() {
    for (int i = 0; i < 9_999; i++) {
      granted(admit(Markets.STREAM, null, "prices/invented" + i))
          .ended(CloseReason.CLOSED_BY_CLIENT);
    }
    TestReader reader =
        new TestReader(hub.admit(Markets.request(Markets.STREAM, "prices/A", "prices/B")));
    reader.read();

    hub.publisher(Markets.STREAM).publish(PRICE, "prices/A", "a");
    hub.publisher(Markets.STREAM).publish(PRICE, "prices/B", "b");

    assertThat(reader.readData()).containsExactly("a", "b");
  }

  @Test
  void tellsWhoComesBackInVainToStayAwayForLongerAndForgetsItWhenItWasLetIn() {
    StreamDefinition one = stream(new LimitPolicy(1, 0, 0, 0, null, 0));
    Subscription in = granted(admit(one, "a", "prices/A"));

    assertThat(delay(admit(one, "b", "prices/A"))).isEqualTo(Duration.ofSeconds(45));
    assertThat(delay(admit(one, "b", "prices/A"))).isEqualTo(Duration.ofSeconds(90));
    assertThat(delay(admit(one, "b", "prices/A"))).isEqualTo(Duration.ofMinutes(3));
    assertThat(delay(admit(one, "b", "prices/A"))).isEqualTo(Duration.ofMinutes(6));
    assertThat(delay(admit(one, "b", "prices/A"))).isEqualTo(Duration.ofMinutes(6));
    assertThat(delay(admit(one, "c", "prices/A"))).isEqualTo(Duration.ofSeconds(45));
    in.ended(CloseReason.CLOSED_BY_CLIENT);
    granted(admit(one, "b", "prices/A"));
    assertThat(delay(admit(one, "b", "prices/A"))).isEqualTo(Duration.ofSeconds(45));
  }

  private static Duration delay(Admission admission) {
    return ((Admission.Refused) admission).retryAfter();
  }

  @Test
  void tellsClientsWithoutANameApartByWhatTheTransportSays() {
    hub.close(Duration.ZERO);
    SubscriptionRequest request = request(Markets.STREAM, null, null, "prices/A");

    assertThat(hub.admit(request, "x")).isEqualTo(new Admission.Closing(Duration.ofSeconds(45)));
    assertThat(hub.admit(request, "y")).isEqualTo(new Admission.Closing(Duration.ofSeconds(45)));
    assertThat(hub.admit(request, "x")).isEqualTo(new Admission.Closing(Duration.ofSeconds(90)));
    timer.advance(Duration.ofMinutes(17));
    assertThat(hub.admit(request, "x")).isEqualTo(new Admission.Closing(Duration.ofSeconds(45)));
  }

  @Test
  void remembersAFewThousandOfThoseThatComeBack() {
    Patience patience = new Patience();
    for (int i = 0; i < 100_000; i++) {
      patience.delay("client " + i, 0, 0.5);
    }

    assertThat(patience.remembered()).isEqualTo(4096);
    assertThat(patience.delay("client 99999", 0, 0.5)).isEqualTo(Duration.ofSeconds(90));
    assertThat(patience.delay("client 0", 0, 0.5)).isEqualTo(Duration.ofSeconds(45));
  }
}
