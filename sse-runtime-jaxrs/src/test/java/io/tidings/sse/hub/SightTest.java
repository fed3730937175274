package io.tidings.sse.hub;

import static io.tidings.sse.hub.Markets.PRICE;
import static io.tidings.sse.hub.Markets.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SightTest {

  private static final StreamDefinition SMALL =
      Markets.with(
          Markets.PRICES.withBackpressure(
              new BackpressurePolicy(
                  BackpressurePolicy.Policy.DROP_OLDEST, 2, 1 << 20, Duration.ofSeconds(30))));

  private final ManualTimer timer = new ManualTimer();

  private HubBuilder builder() {
    return Hub.builder().environment(Environments.manual(timer));
  }

  private static TestReader connect(Hub hub, StreamDefinition stream) {
    return new TestReader(hub.admit(Markets.request(stream, "prices/A")));
  }

  private static void loseEvents(Hub hub, TestReader reader) {
    reader.read();
    for (int i = 0; i < 10; i++) {
      hub.publisher(SMALL).publish(PRICE, "prices/A", "p" + i);
    }
    reader.read();
  }

  @Test
  void countsWhatIsPublishedLostAndEnded() {
    Hub hub = builder().build();
    TestReader reader = connect(hub, SMALL);
    loseEvents(hub, reader);
    reader.subscription.sent(2, 50);

    HubFigures figures = hub.figures();
    assertThat(figures.connections()).isEqualTo(1);
    assertThat(figures.topics()).isEqualTo(1);
    assertThat(figures.published()).isEqualTo(10);
    assertThat(figures.delivered()).isEqualTo(2);
    assertThat(figures.bytesSent()).isEqualTo(50);
    assertThat(figures.gaps()).containsExactly(entry("overflow", 1L));
    assertThat(figures.dropped()).isBetween(1L, 8L);

    reader.subscription.ended(CloseReason.LIFETIME);
    assertThat(hub.figures().connections()).isZero();
    assertThat(hub.figures().disconnects()).contains(entry(CloseReason.LIFETIME, 1L));
  }

  @Test
  void timesTheNewestEventOfEachWrite() {
    Hub hub = builder().build();
    List<Long> latencies = new ArrayList<>();
    Runnable ending = hub.timeDeliveries(latencies::add);
    List<Long> others = new ArrayList<>();
    hub.timeDeliveries(others::add).run();
    hub.publisher(STREAM).publish(PRICE, "prices/A", "before anyone came");
    timer.advance(Duration.ofMillis(5));
    TestReader reader = new TestReader(hub.admit(Markets.resume(STREAM, "t1-0", "prices/A")));
    reader.readData();
    reader.subscription.sent(1, 10);
    assertThat(latencies).as("what was replayed was not on its way").isEmpty();

    timer.advance(Duration.ofMillis(5));
    hub.publisher(STREAM).publish(PRICE, "prices/A", "1");
    timer.advance(Duration.ofMillis(7));
    reader.readData();
    reader.subscription.sent(1, 10);

    assertThat(latencies).containsExactly(Duration.ofMillis(7).toNanos());
    assertThat(others).as("one that wants to know no more").isEmpty();
    ending.run();
    hub.publisher(STREAM).publish(PRICE, "prices/A", "2");
    reader.readData();
    reader.subscription.sent(1, 10);
    assertThat(latencies).hasSize(1);
  }

  @Test
  void isUpThenDegradedThenDraining() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    Hub hub =
        builder()
            .listener(
                new HubListener() {
                  @Override
                  public void published(String stream, String topic, String type, String id) {
                    try {
                      gate.await();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  }
                })
            .build();
    assertThat(hub.health()).isEqualTo(new HubHealth(HubHealth.Status.UP, List.of()));

    for (int i = 0; i < 11_000; i++) {
      hub.publisher(STREAM).publish(PRICE, "prices/A", "p");
    }
    assertThat(hub.health().status()).isEqualTo(HubHealth.Status.DEGRADED);
    assertThat(hub.health().reasons())
        .singleElement()
        .asString()
        .matches("listener .*SightTest.* does not keep up");

    gate.countDown();
    await().until(() -> hub.health().status() == HubHealth.Status.UP);
    hub.close();
    assertThat(hub.health().status()).isEqualTo(HubHealth.Status.DRAINING);
  }

  @Test
  void leavesNotesForTheFlightRecorder(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("notes.jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      Hub hub = builder().build();
      TestReader reader = connect(hub, SMALL);
      loseEvents(hub, reader);
      reader.subscription.drained(Duration.ofMillis(99).toNanos());
      reader.subscription.drained(Duration.ofMillis(250).toNanos());
      reader.subscription.ended(CloseReason.LAGGED);
      recording.stop();
      recording.dump(file);
    }

    List<RecordedEvent> notes =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().startsWith("io.tidings."))
            .toList();
    assertThat(notes)
        .extracting(note -> note.getEventType().getName())
        .containsExactly(
            "io.tidings.sse.Connect",
            "io.tidings.sse.Gap",
            "io.tidings.sse.SlowDrain",
            "io.tidings.sse.Disconnect");
    assertThat(notes).allMatch(note -> "reader".equals(note.getString("client")));
    assertThat(notes.get(1).getString("reason")).isEqualTo("overflow");
    assertThat(notes.get(2).getDuration("took")).isEqualTo(Duration.ofMillis(250));
    assertThat(notes.get(3).getString("reason")).isEqualTo("LAGGED");
  }
}
