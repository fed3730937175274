package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.BackpressurePolicy;
import io.tidings.sse.hub.BackpressurePolicy.Policy;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Subscription;
import io.tidings.sse.hub.TopicDefinition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What becomes of a reader that falls behind. */
class SlowReaderTest extends ManualDelivery {

  @Test
  void cutsAConnectionWhoseWriteIsStuckForTooLong() {
    use(slow(Policy.DISCONNECT, 100, Duration.ofSeconds(5)));
    open();
    lane.runAll();
    stickAtTheFirstEvent();

    timer.advance(Duration.ofMillis(4900));
    assertThat(sink.aborts).isZero();
    timer.advance(Duration.ofMillis(200));

    assertThat(sink.aborts).isEqualTo(1);
    assertThat(hub.connections()).isEmpty();
  }

  @Test
  void doesNotTakeAHaltOfTheProcessForAPeersTime() {
    use(slow(Policy.DISCONNECT, 100, Duration.ofSeconds(5)));
    open();
    lane.runAll();
    stickAtTheFirstEvent();
    timer.advance(Duration.ofSeconds(4));

    timer.halt(Duration.ofMinutes(1));
    timer.advance(Duration.ofMillis(800));
    assertThat(sink.aborts).isZero();
    timer.advance(Duration.ofMillis(300));

    assertThat(sink.aborts).isEqualTo(1);
  }

  @Test
  void cutsAStuckReaderInTheEndEvenIfTheProcessHaltsAllTheTime() {
    use(slow(Policy.DISCONNECT, 100, Duration.ofSeconds(5)));
    open();
    lane.runAll();
    stickAtTheFirstEvent();

    for (int i = 0; i < 40; i++) {
      timer.halt(Duration.ofSeconds(1));
    }

    assertThat(sink.aborts).isEqualTo(1);
  }

  @Test
  void cutsAReaderThatWasSentAwayAndTakesNothingForFiveSeconds() {
    use(slow(Policy.DISCONNECT, 100, Duration.ofSeconds(30)));
    Subscription subscription = open();
    lane.runAll();
    stickAtTheFirstEvent();
    subscription.close(CloseReason.CLOSED_BY_SERVER);

    timer.advance(Duration.ofMillis(4900));
    assertThat(sink.aborts).isZero();
    timer.advance(Duration.ofMillis(200));

    assertThat(sink.aborts).isEqualTo(1);
  }

  @Test
  void cutsAStuckReaderThatFallsBehindItsLag() {
    use(slow(Policy.DISCONNECT, 10, Duration.ofSeconds(30)));
    open();
    lane.runAll();
    stickAtTheFirstEvent();
    publish(2, 12);

    assertIsCutAtTheNextLook();
  }

  @Test
  void cutsAStuckReaderByItsLagAlsoWhenEventsCameBeforeItsFirstRead() {
    use(slow(Policy.DISCONNECT, 10, Duration.ofSeconds(30)));
    open();
    stickAtTheFirstEvent();
    publish(2, 12);

    assertIsCutAtTheNextLook();
  }

  @Test
  void cutsAStuckReaderByItsLagAlsoWhenItHasJustCaughtUp() {
    use(slow(Policy.DISCONNECT, 10, Duration.ofSeconds(30)));
    publish(1, 2);
    open("t1-1");
    lane.runOne(); // what it missed, up to the head
    sink.stick();
    lane.runAll();
    publish(3, 14);

    assertIsCutAtTheNextLook();
  }

  @Test
  void cutsAStuckReaderThatFallsBehindItsLagInBytes() {
    use(
        TOPIC.withBackpressure(
            new BackpressurePolicy(Policy.DISCONNECT, 1000, 5000, Duration.ofSeconds(30))));
    open();
    lane.runAll();
    stickAtTheFirstEvent();
    hub.publisher(stream).publish(NEWS, "all", "x".repeat(4000));
    timer.advance(Duration.ofSeconds(1));
    assertThat(sink.aborts).isZero();

    hub.publisher(stream).publish(NEWS, "all", "x".repeat(4000));
    assertIsCutAtTheNextLook();
  }

  @Test
  void sparesAHealthyReaderABurstThatIsLargerThanASmallHistory() {
    use(slow(Policy.DISCONNECT, 1000, Duration.ofSeconds(30)));
    open();
    lane.runAll();

    publish(1, 900);
    lane.runAll();

    assertThat(sink.data()).hasSize(900);
  }

  @Test
  void disconnectsAReaderWhoseEventsAreGone() {
    use(slow(Policy.DISCONNECT, 10, Duration.ofSeconds(30)));
    open();
    lane.runAll();

    publish(1, 2000);
    lane.runAll();

    assertThat(sink.ends).isEqualTo(1);
    assertThat(hub.connections()).isEmpty();
  }

  @Test
  void dropsTheOldestAndTellsTheGap() {
    use(slow(Policy.DROP_OLDEST, 10, Duration.ofSeconds(30)));
    open();
    lane.runAll();
    sink.blocks();

    publish(1, 2000);
    lane.runAll();

    String gap = "{\"reason\":\"overflow\",\"topic\":\"all\",\"firstAvailable\":\"t1-1991\"}";
    assertThat(sink.data()).hasSize(11).startsWith(gap, "n1991").endsWith("n2000");
  }

  @Test
  void keepsTheNewestOfEachTypeAndTellsTheGap() {
    use(slow(Policy.LATEST, 10, Duration.ofSeconds(30)));
    open();
    lane.runAll();
    sink.blocks();

    publish(1, 1995);
    hub.publisher(stream).publish(ALERT, "all", "alert");
    publish(1996, 2000);
    lane.runAll();

    String gap = "{\"reason\":\"overflow\",\"topic\":\"all\",\"firstAvailable\":\"t1-1996\"}";
    assertThat(sink.data()).containsExactly(gap, "alert", "n2000");
    publish(2001, 2002);
    lane.runAll();
    assertThat(sink.data()).containsExactly("n2001", "n2002");
  }

  private void stickAtTheFirstEvent() {
    sink.stick();
    publish(1, 1);
    lane.runAll();
  }

  private void assertIsCutAtTheNextLook() {
    timer.advance(Duration.ofSeconds(1));

    assertThat(sink.aborts).isEqualTo(1);
  }

  private static TopicDefinition slow(Policy policy, int lag, Duration writeTimeout) {
    return TOPIC.withBackpressure(new BackpressurePolicy(policy, lag, 1 << 20, writeTimeout));
  }
}
