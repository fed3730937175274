package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.hub.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a peer may take for what is on its way to it when its connection ends. */
final class LastWriteTest extends ToldDelivery {

  @Test
  void aReaderThatIsSentAwayMayEndAWriteThatTakesLong() {
    sink.stick();
    publish(1);
    lane.runAll();
    subscription.close(CloseReason.CLOSED_BY_SERVER);

    timer.advance(Duration.ofSeconds(4));
    sink.unstick();
    lane.runAll();

    assertThat(sink.ends).isEqualTo(1);
    assertThat(sink.aborts).isZero();
    assertTold(CloseReason.CLOSED_BY_SERVER);
  }

  @Test
  void aReaderThatHasLostItsRightIsCutAtOnce() {
    sink.stick();
    publish(1);
    lane.runAll();
    subscription.close(CloseReason.REVOKED);

    timer.advance(Duration.ofMillis(400));

    assertThat(sink.aborts).isEqualTo(1);
    assertTold(CloseReason.REVOKED);
  }

  @Test
  void aReaderThatIsThroughMayTakeItsTimeForItsLastWrite() {
    sink.stick();
    publish(1);
    subscription.drain();
    lane.runAll();

    timer.advance(Duration.ofSeconds(1));

    assertThat(sink.text()).contains("data: n0");
    assertThat(told).isEmpty();
    sink.unstick();
    lane.runAll();
    assertThat(sink.ends).isEqualTo(1);
    assertTold(CloseReason.HUB_CLOSED);
  }

  @Test
  void aReaderThatIsThroughAndTakesNothingMoreIsCutWhenItsWriteTimesOut() {
    sink.stick();
    publish(1);
    subscription.drain();
    lane.runAll();

    timer.advance(Duration.ofSeconds(6));

    assertTold(CloseReason.WRITE_TIMEOUT);
  }

  @Test
  void anEndThatWaitsForAPeerIsCutOffAfterFiveSeconds() {
    List<Integer> aborts = new ArrayList<>();
    sink.duringEnd(
        () -> {
          timer.advance(Duration.ofMillis(4900));
          aborts.add(sink.aborts);
          timer.advance(Duration.ofMillis(200));
          aborts.add(sink.aborts);
        });

    hub.publisher(STREAM).topic("all").complete();
    lane.runAll();

    assertThat(aborts).containsExactly(0, 1);
    assertIsOverOnce(CloseReason.COMPLETED);
  }

  @Test
  void anEndThatWaitsForAPeerIsCutOffWhenTheHubHasClosed() {
    List<Integer> aborts = new ArrayList<>();
    sink.duringEnd(
        () -> {
          hub.close(Duration.ZERO);
          aborts.add(sink.aborts);
        });

    hub.publisher(STREAM).topic("all").complete();
    lane.runAll();

    assertThat(aborts).containsExactly(1);
    assertIsOverOnce(CloseReason.COMPLETED);
  }

  @Test
  void aPeerThatIsGoneWhileItIsBeingEndedIsNotReset() {
    sink.duringEnd(() -> sink.events().gone());

    hub.publisher(STREAM).topic("all").complete();

    assertTold(CloseReason.COMPLETED);
  }

  private void assertIsOverOnce(CloseReason reason) {
    await().untilAsserted(() -> assertThat(told).containsExactly(reason));
    assertThat(delivery.connections()).isZero();
    assertThat(hub.connections()).isEmpty();
  }
}
