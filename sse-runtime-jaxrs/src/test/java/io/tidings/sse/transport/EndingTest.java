package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Subscription;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every way in which a connection can end is told to a listener exactly once, by its name. */
class EndingTest extends ToldDelivery {

  @Test
  void thePeerHasGone() {
    sink.events().gone();

    assertTold(CloseReason.CLOSED_BY_CLIENT);
  }

  @Test
  void aWriteToThePeerFails() {
    sink.breakDown();
    publish(1);

    assertTold(CloseReason.CLOSED_BY_CLIENT);
  }

  @Test
  void theTransportFails() {
    sink.fail(new UnsupportedOperationException("bug"));
    publish(1);

    assertTold(CloseReason.FAILED);
  }

  @Test
  void aReaderIsOvertaken() {
    publish(3000);

    assertTold(CloseReason.LAGGED);
  }

  @Test
  void aStuckReaderLagsTooFar() {
    sink.stick();
    publish(1);
    lane.runAll();
    publish(11);

    assertTold(CloseReason.LAGGED);
  }

  @Test
  void aWriteIsStuckForTooLong() {
    sink.stick();
    publish(1);
    lane.runAll();
    timer.advance(Duration.ofSeconds(5));

    assertTold(CloseReason.WRITE_TIMEOUT);
  }

  @Test
  void aConnectionHasLivedItsTime() {
    timer.advance(Duration.ofMinutes(2));

    assertTold(CloseReason.LIFETIME);
  }

  @Test
  void everyTopicHasEnded() {
    hub.publisher(STREAM).topic("all").complete();

    assertTold(CloseReason.COMPLETED);
  }

  @Test
  void theApplicationDisconnectsEverybody() {
    hub.publisher(STREAM).topic("all").disconnectAll();

    assertTold(CloseReason.CLOSED_BY_SERVER);
  }

  @Test
  void theApplicationClosesOneConnectionForAReasonOfItsOwn() {
    hub.connection("reader").orElseThrow().close(CloseReason.EXPIRED);

    assertTold(CloseReason.EXPIRED);
  }

  @Test
  void aCredentialHasEnded() {
    subscription.expireAfter(Duration.ofSeconds(3));
    timer.advance(Duration.ofSeconds(4));

    assertTold(CloseReason.EXPIRED);
  }

  @Test
  void theServerStops() {
    delivery.drain();

    assertTold(CloseReason.HUB_CLOSED);
  }

  @Test
  void theHubIsClosedWhileAWriteIsStuck() {
    sink.stick();
    publish(1);
    lane.runAll();
    hub.close(Duration.ZERO);

    assertTold(CloseReason.HUB_CLOSED);
  }

  @Test
  void theHubIsClosedAndAStuckReaderIsCutAtTheDeadline() {
    sink.stick();
    publish(1);
    lane.runAll();
    subscription.drain();
    timer.advance(Duration.ofSeconds(1));
    lane.runAll();
    assertThat(told).isEmpty();

    hub.close(Duration.ZERO);

    assertTold(CloseReason.HUB_CLOSED);
  }

  @Test
  void aReaderThatIsLetInWhileTheHubClosesIsSentAwayByTheThreadThatOpensIt() {
    Subscription late = admit();
    RecordingSink lateSink = new RecordingSink();
    delivery.close();

    delivery.open(late, lateSink);

    assertThat(lateSink.text()).contains("retry: ");
    assertThat(lateSink.ends).isEqualTo(1);
    assertThat(late.closing()).contains(CloseReason.HUB_CLOSED);
    assertTold(CloseReason.HUB_CLOSED);
  }

  @Test
  void aServerThatStopsWaitsForItsReadersButNotForEver() {
    sink.stick();
    publish(1);
    lane.runAll();

    delivery.drain(delivery, Duration.ofMillis(1));

    assertThat(delivery.connections()).isEqualTo(1);
    assertTold(CloseReason.CLOSED_BY_CLIENT);
  }

  @Test
  void aServerThatStopsDoesNotSendReadersAwayThatAreNotItsOwn() {
    delivery.drain(new Object(), Duration.ofSeconds(1));
    delivery.dismiss(new Object(), Duration.ofSeconds(1));
    publish(1);
    lane.runAll();

    assertThat(sink.text()).contains("data: n0\n");
    assertTold(CloseReason.CLOSED_BY_CLIENT);
  }

  @Test
  void aReaderThatIsDismissedIsToldAllAndEndsWhenItsServerCutsIt() {
    publish(1);
    dismiss();

    assertThat(sink.text()).contains("data: n0\n").containsPattern("\n\nretry: [0-9]+\n\n");
    assertThat(delivery.connections()).isEqualTo(1);
    sink.events().gone();
    assertTold(CloseReason.HUB_CLOSED);
    assertThat(sink.ends).isZero();
  }

  @Test
  void aReaderThatIsDismissedEndsByItselfWhenItsServerDoesNotCutIt() {
    dismiss();
    timer.advance(Duration.ofMillis(1));
    lane.runAll();

    assertThat(sink.ends).isEqualTo(1);
    assertTold(CloseReason.HUB_CLOSED);
  }

  /** Waits in vain, because here nothing is read before the lane runs. */
  private void dismiss() {
    delivery.dismiss(delivery, Duration.ofMillis(1));
    lane.runAll();
  }
}
