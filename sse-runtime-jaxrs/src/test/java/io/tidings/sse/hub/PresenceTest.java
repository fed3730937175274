package io.tidings.sse.hub;

import static io.tidings.sse.fixture.Admissions.granted;
import static io.tidings.sse.hub.Markets.PRICE;
import static io.tidings.sse.hub.Markets.STREAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PresenceTest {

  private final Hub hub = Hub.builder().environment(Environments.manual(new ManualTimer())).build();
  private final StreamPublisher publisher = hub.publisher(STREAM);

  @AfterEach
  void close() {
    hub.connections().forEach(connection -> ((Subscription) connection).ended(CloseReason.FAILED));
    hub.close();
  }

  private TestReader resume(
      String client, @Nullable String principal, @Nullable String id, String... topics) {
    return new TestReader(
        hub.admit(
            new SubscriptionRequest(
                STREAM, "markets", List.of(topics), topics.length > 1, id, client, principal)));
  }

  private TestReader connect(String client, @Nullable String principal, String... topics) {
    return resume(client, principal, null, topics);
  }

  @Test
  void findsConnectionsByClientAndByPrincipal() {
    TestReader first = connect("tab", "ann", "prices/A");
    TestReader second = connect("tab", null, "prices/B");
    TestReader third = connect("phone", "ann", "prices/A");

    assertThat(hub.connectionsOfClient("tab"))
        .containsExactly(first.subscription, second.subscription);
    assertThat(hub.connectionsOfPrincipal("ann"))
        .containsExactly(first.subscription, third.subscription);
    assertThat(hub.connection("tab")).contains(second.subscription);
    first.subscription.ended(CloseReason.CLOSED_BY_CLIENT);
    assertThat(hub.connectionsOfPrincipal("ann")).containsExactly(third.subscription);
    assertThat(hub.connectionsOfClient("nobody")).isEmpty();
    assertThat(hub.connectionsOfPrincipal("nobody")).isEmpty();
  }

  @Test
  void countsReadersOfAStreamAndOfATopic() {
    connect("one", null, "prices/A", "prices/B");
    TestReader other = connect("two", null, "prices/A");

    assertThat(hub.subscriberCount("markets")).isEqualTo(2);
    assertThat(hub.subscriberCount("elsewhere")).isZero();
    assertThat(hub.streams()).containsExactly("markets");
    TopicHandle topic = hub.topic("markets", "prices/A").orElseThrow();
    assertThat(topic.subscriberCount()).isEqualTo(2);
    other.subscription.ended(CloseReason.CLOSED_BY_CLIENT);
    assertThat(topic.subscriberCount()).isEqualTo(1);
    assertThat(hub.topic("markets", "prices/Z")).isEmpty();
    assertThat(hub.topic("nowhere", "prices/A")).isEmpty();
  }

  @Test
  void endsATopicsConnectionsForAReason() {
    TestReader reader = connect("one", null, "prices/A");
    TestReader other = connect("two", null, "prices/B");

    hub.topic("markets", "prices/A").orElseThrow().disconnectAll(CloseReason.LIFETIME);
    reader.read();
    other.read();

    assertThat(reader.hasEnded()).isTrue();
    assertThat(reader.subscription.closing()).contains(CloseReason.LIFETIME);
    assertThat(other.hasEnded()).isFalse();
  }

  @Test
  void clientsWithOneNameLiveSideBySide() {
    TestReader first = connect("tab", null, "prices/A");
    TestReader second = connect("tab", null, "prices/A");

    publisher.to("tab").publish(PRICE, "prices/A", "yours");
    assertThat(first.readData()).containsExactly("yours");
    assertThat(second.readData()).containsExactly("yours");
    first.subscription.ended(CloseReason.CLOSED_BY_CLIENT);
    publisher.to("tab").publish(PRICE, "prices/A", "still yours");
    assertThat(second.readData()).containsExactly("still yours");
    assertThat(hub.connectionsOfClient("tab")).containsExactly(second.subscription);
  }

  @Test
  void whatIsForOneClientIsNeverStored() {
    TestReader reader = connect("tab", null, "prices/A");
    publisher.publish(PRICE, "prices/A", "1");
    publisher.to("tab").publish(PRICE, "prices/A", "yours");
    publisher.publish(PRICE, "prices/A", "2");

    assertThat(reader.readData()).containsExactly("1", "yours", "2");
    assertThat(resume("tab", null, "t1-0", "prices/A").readData()).containsExactly("1", "2");
  }

  @Test
  void aPrincipalThatIsRevokedLosesItsConnectionsAndIsToldWhenToComeBack() {
    TestReader ann = connect("one", "ann", "prices/A");
    TestReader bob = connect("two", "bob", "prices/A");
    Subscription early =
        granted(
            hub.admit(
                new SubscriptionRequest(
                    STREAM, "markets", List.of("prices/A"), false, null, "three", "ann")));
    long before = hub.revocations();

    assertThat(hub.revoke("ann")).isEqualTo(2);

    assertThat(hub.revocations()).isGreaterThan(before);
    assertThat(early.open(Runnable::run, () -> {})).isFalse();
    assertThat(ann.read()).extracting(Block::retry).contains(3000L);
    assertThat(ann.hasEnded()).isTrue();
    assertThat(ann.subscription.closing()).contains(CloseReason.REVOKED);
    bob.read();
    assertThat(bob.hasEnded()).isFalse();
  }
}
