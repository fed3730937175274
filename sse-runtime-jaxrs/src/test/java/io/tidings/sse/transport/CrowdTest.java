package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.hub.Subscription;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Newcomers that follow each other while others are served. */
@Timeout(60)
final class CrowdTest extends ManualDelivery {

  private static final Duration TICK = Duration.ofMillis(100);
  private static final int TICKS = 20;

  /** More than newcomers may come in a tick. */
  private static final int MANY = 200;

  private void send(int timesATick) {
    for (int tick = 0; tick < TICKS; tick++) {
      for (int i = 0; i < timesATick; i++) {
        publish(1, 1);
        lane.runAll();
      }
      timer.advance(TICK);
    }
  }

  /** One comes, and another while it is let in. */
  private void come(Subscription one, Subscription another) throws InterruptedException {
    Thread behind = new Thread(() -> delivery.open(another, new RecordingSink()));
    RecordingSink first = new RecordingSink();
    first.duringWrites(() -> startAndAwaitLine(behind));
    delivery.open(one, first);
    behind.join();
  }

  private static void startAndAwaitLine(Thread behind) {
    behind.start();
    while (behind.getState() != Thread.State.TIMED_WAITING && behind.isAlive()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aNewcomerKeepsThePaceWhileMuchIsSentToThoseWhoAreThere() {
    open();
    lane.runAll();
    send(MANY);

    await()
        .pollDelay(Duration.ZERO)
        .until(
            () -> { // again if whoever is behind has lost patience on a busy machine
              come(admit(null), admit(null));
              return !rests.isEmpty();
            });

    assertThat(rests).containsOnly(CrowdPace.STEP.toNanos());
  }

  @Test
  void nobodyWaitsWhereLittleIsSent() throws Exception {
    open();
    lane.runAll();
    send(1);

    for (int i = 0; i < 10; i++) {
      come(admit(null), admit(null));
    }

    assertThat(rests).isEmpty();
  }

  @Test
  void nobodyWaitsWhenTheHubHasClosed() throws Exception {
    open();
    lane.runAll();
    send(MANY);
    Subscription one = admit(null);
    Subscription another = admit(null);
    hub.close(Duration.ofMillis(1));

    come(one, another);

    assertThat(rests).isEmpty();
  }
}
