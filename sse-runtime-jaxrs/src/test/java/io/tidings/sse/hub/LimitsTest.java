package io.tidings.sse.hub;

import static io.tidings.sse.fixture.Admissions.assertRefused;
import static io.tidings.sse.fixture.Admissions.granted;
import static io.tidings.sse.hub.Markets.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.Test;

/** How many a stream lets in, and how much one of them may ask for or say. */
class LimitsTest extends HubDoor {

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
}
