package io.tidings.sse.hub;

import static io.tidings.sse.fixture.Admissions.assertRefused;
import static io.tidings.sse.fixture.Admissions.granted;
import static io.tidings.sse.hub.Markets.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a hub knows of topics and streams is bounded, whoever invents them. */
class TopicBudgetTest extends HubDoor {

  /** More for a long look: {@code -Dhub.invented.topics=1000000}. */
  private static final int LONG = Integer.getInteger("hub.invented.topics", 50_000);

  private static final StreamDefinition TENANTS =
      StreamDefinition.of(TopicBudgetTest.class, "/tenants/{tenant}")
          .withVariable(Variable.string("tenant"))
          .withTopic(Markets.PRICES.withReplay(ReplayPolicy.NONE));

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
}
