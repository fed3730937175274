package io.tidings.sse.transport;

import static io.tidings.sse.fixture.Admissions.granted;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.Subscription;
import io.tidings.sse.hub.SubscriptionRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers that stand at the same place are read for at once, and nobody sees a difference. */
final class CohortTest extends ManualDelivery {

  private static final int MANY = 100;

  private final List<RecordingSink> sinks = new ArrayList<>();
  private final List<Subscription> subscriptions = new ArrayList<>();

  @BeforeEach
  void openMany() {
    IntStream.range(0, MANY).forEach(i -> open("principal" + i, new RecordingSink()));
    lane.runAll();
    publish(1, 1); // from now on they stand at the same place
    lane.runAll();
    sinks.forEach(RecordingSink::blocks);
  }

  private void open(String principal, RecordingSink sink) {
    SubscriptionRequest request =
        new SubscriptionRequest(stream, "news", List.of("all"), false, null, principal, principal);
    Subscription subscription = granted(hub.admit(request));
    subscriptions.add(subscription);
    sinks.add(sink);
    delivery.open(subscription, sink);
  }

  private List<RecordingSink> allBut(int... places) {
    List<RecordingSink> others = new ArrayList<>(sinks);
    IntStream.of(places).forEach(place -> others.remove(sinks.get(place)));
    return others;
  }

  @Test
  void everybodyGetsEveryEventInOneWrite() {
    int before = sinks.get(7).writes;

    publish(2, 20);
    lane.runAll();

    assertThat(sinks.get(7).writes - before).isEqualTo(1);
    assertThat(sinks)
        .allSatisfy(sink -> assertThat(sink.data()).hasSize(19).startsWith("n2").endsWith("n20"));
    assertThat(subscriptions)
        .allSatisfy(reader -> assertThat(reader.eventsSent()).isEqualTo(20))
        .allSatisfy(reader -> assertThat(reader.lag()).isZero());
  }

  @Test
  void everyWriteOfSomethingNewCountsForTheLane() {
    long before = lane.writes();

    publish(2, 20);
    lane.runAll();

    assertThat(lane.writes() - before).isEqualTo(MANY);
  }

  @Test
  void whatIsGreetedOrWasMissedDoesNotCountForTheLane() {
    long before = lane.writes();

    RecordingSink late = new RecordingSink();
    delivery.open(admit("t1-0"), late);
    lane.runAll();

    assertThat(late.data()).containsExactly("n1");
    assertThat(lane.writes()).isEqualTo(before);
  }

  @Test
  void whoDoesNotReadGetsTheRestWhenItDoesAgain() {
    sinks.get(3).stick();
    publish(2, 2);
    lane.runAll();
    publish(3, 9);
    lane.runAll();

    assertThat(sinks.get(3).data()).containsExactly("n2");
    assertThat(subscriptions.get(3).lag()).isEqualTo(7);
    assertThat(allBut(3)).allSatisfy(sink -> assertThat(sink.data()).hasSize(8));

    sinks.get(3).unstick();
    lane.runAll();
    publish(10, 10);
    lane.runAll();

    assertThat(sinks.get(3).data()).hasSize(8).startsWith("n3").endsWith("n10");
    assertThat(allBut(3)).allSatisfy(sink -> assertThat(sink.data()).containsExactly("n10"));
  }

  @Test
  void nothingThatWasPublishedAfterItReachesAClientWhoseRightWasTakenAway() {
    publish(2, 2); // what is signalled by this is read after what follows
    hub.revoke("principal5");
    publish(3, 3);

    lane.runAll();

    assertThat(sinks.get(5).data()).doesNotContain("n3");
    assertThat(sinks.get(5).ends).isEqualTo(1);
    assertThat(allBut(5)).allSatisfy(sink -> assertThat(sink.data()).containsExactly("n2", "n3"));
  }

  @Test
  void anEventForOnePrincipalReachesNobodyElseAndKeepsItsPlace() {
    assertKeepsItsPlaceAndReachesOnly(4, hub.publisher(stream).toPrincipal("principal4"));
  }

  @Test
  void anEventForOneClientReachesNobodyElseAndKeepsItsPlace() {
    assertKeepsItsPlaceAndReachesOnly(4, hub.publisher(stream).to("principal4"));
  }

  private void assertKeepsItsPlaceAndReachesOnly(int place, StreamPublisher publisher) {
    publish(2, 2);
    publisher.publish(NEWS, "all", "for you");
    publish(3, 3);

    lane.runAll();
    publish(4, 4);
    lane.runAll();

    assertThat(sinks.get(place).data()).containsExactly("n2", "for you", "n3", "n4");
    assertThat(allBut(place))
        .allSatisfy(sink -> assertThat(sink.data()).containsExactly("n2", "n3", "n4"));
  }

  @Test
  void aBrokenConnectionEndsAlone() {
    sinks.get(8).breakDown();
    sinks.get(9).fail(new IllegalArgumentException("a bug"));
    publish(2, 3);
    lane.runAll();

    assertThat(hub.connections()).hasSize(MANY - 2);
    assertThat(allBut(8, 9)).allSatisfy(sink -> assertThat(sink.data()).hasSize(2));
    assertThat(sinks.get(8).aborts).isEqualTo(1);
    assertThat(sinks.get(9).aborts).isEqualTo(1);
  }

  @Test
  void heartbeatsLoseNothing() {
    long before = lane.writes();
    timer.advance(Duration.ofSeconds(16));
    lane.runAll();
    assertThat(sinks).allSatisfy(sink -> assertThat(sink.blocks()).hasSize(1));
    assertThat(lane.writes()).isEqualTo(before);

    publish(2, 2);
    timer.advance(Duration.ofSeconds(16));
    lane.runAll();

    assertThat(sinks).allSatisfy(sink -> assertThat(sink.data()).containsExactly("n2"));
  }

  @Test
  void theEndOfATopicIsEverybodysEnd() {
    publish(2, 2);
    hub.topic("news", "all").orElseThrow().complete();
    lane.runAll();

    assertThat(sinks)
        .allSatisfy(sink -> assertThat(sink.ends).isEqualTo(1))
        .allSatisfy(sink -> assertThat(sink.text()).contains("data: n2", "event: sse-end"));
    assertThat(hub.connections()).isEmpty();
  }

  @Test
  void whoIsDrainedGetsTheRestFirst() {
    publish(2, 3);
    subscriptions.get(6).close(CloseReason.CLOSED_BY_SERVER);
    delivery.drain();
    lane.runAll();

    assertThat(allBut(6))
        .allSatisfy(sink -> assertThat(sink.ends).isEqualTo(1))
        .allSatisfy(sink -> assertThat(sink.data()).containsExactly("n2", "n3"));
  }

  @Test
  void whateverHappensEverybodyGetsEveryEventOnceAndInOrder() {
    Random random = new Random(20261122);
    List<Integer> stuck = new ArrayList<>();
    int published = 1;
    for (int step = 0; step < 2_000; step++) {
      int reader = random.nextInt(sinks.size());
      switch (random.nextInt(6)) {
        case 0 -> {
          sinks.get(reader).stick();
          stuck.add(reader);
        }
        case 1 -> {
          stuck.forEach(i -> sinks.get(i).unstick());
          stuck.clear();
        }
        case 2 -> {
          stuck.forEach(i -> sinks.get(i).unstick()); // or they would be cut
          stuck.clear();
          lane.runAll();
          timer.advance(Duration.ofSeconds(random.nextInt(20)));
        }
        case 3 -> lane.runAll();
        default -> {
          publish(published + 1, published + 1);
          published++;
          if (random.nextBoolean()) {
            lane.runOne();
          }
        }
      }
      if (published % 50 == 0) { // within everybody's lag
        stuck.forEach(i -> sinks.get(i).unstick());
        stuck.clear();
        lane.runAll();
        publish(published + 1, published + 1);
        published++;
      }
    }
    stuck.forEach(i -> sinks.get(i).unstick());
    lane.runAll();

    List<String> expected = IntStream.rangeClosed(2, published).mapToObj(i -> "n" + i).toList();
    assertThat(sinks)
        .allSatisfy(
            sink ->
                assertThat(sink.blocks())
                    .filteredOn(Block::isEvent)
                    .extracting(Block::data)
                    .containsExactlyElementsOf(expected));
  }
}
