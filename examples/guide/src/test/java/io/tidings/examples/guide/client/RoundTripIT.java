package io.tidings.examples.guide.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.examples.guide.client.RandomMail.Transcript;
import io.tidings.sse.client.EndReason;
import io.tidings.sse.client.EventStream;
import io.tidings.sse.client.Gap;
import io.tidings.sse.client.StreamException;
import io.tidings.sse.client.StreamObserver;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random calls of a publisher arrive at the typed client as they were made. {@code
 * -Dtidings.roundtrip.events=1000000} takes a million.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RoundTripIT {

  private static final int EVENTS = Integer.getInteger("tidings.roundtrip.events", 50_000);
  private static final MailTopic[] TOPICS =
      RandomMail.BOXES.stream().map(MailTopic.Boxes::new).toArray(MailTopic[]::new);

  @Test
  void smallEventsArriveAsTheyWerePublished() throws Exception {
    roundTrip(EVENTS, 40, 500);
  }

  @Test
  void eventsOfUpTo64KbArriveAsTheyWerePublished() throws Exception {
    roundTrip(EVENTS / 50, 64 * 1024, 16);
  }

  /** Publishes no further ahead than {@code window}, so that the history always covers the rest. */
  private static void roundTrip(int events, int longest, int window) throws Exception {
    try (MailServer server = new MailServer()) {
      Arrival arrival = new Arrival(longest, window);
      EventStream stream = MailClient.connect(server.uri()).subscribe(arrival, TOPICS);
      Awaitility.await().until(() -> server.readers() == 1);

      RandomMail sent = new RandomMail(1, longest);
      Mail publisher = server.mail();
      for (int i = 0; i < events && arrival.differences.isEmpty(); i++) {
        sent.post(publisher);
        assertThat(arrival.window.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      }

      assertThat(arrival.window.tryAcquire(window, 20, TimeUnit.SECONDS)).isTrue();
      stream.close();
      assertThat(arrival.differences).isEmpty();
    }
  }

  /** Makes the calls once more, and compares. */
  private static final class Arrival extends Transcript implements StreamObserver {

    final Queue<String> differences = new ConcurrentLinkedQueue<>();
    final Semaphore window;

    // Used by the stream's thread.
    private final RandomMail expected;
    private String expectedLine = "";

    Arrival(int longest, int window) {
      this.expected = new RandomMail(1, longest);
      this.window = new Semaphore(window);
    }

    @Override
    void line(String line) {
      expected.post(
          new Transcript() {
            @Override
            void line(String line) {
              expectedLine = line;
            }
          });
      if (!line.equals(expectedLine)) {
        differences.add("must be " + expectedLine + "; was " + line);
      }
      window.release();
    }

    @Override
    public void onGap(Gap gap) {
      differences.add(gap.toString());
    }

    @Override
    public void onError(StreamException failure) {
      differences.add(failure.toString());
    }

    @Override
    public void onEnd(EndReason reason) {
      if (reason != EndReason.CLOSED) {
        differences.add(reason.toString());
      }
    }
  }
}
