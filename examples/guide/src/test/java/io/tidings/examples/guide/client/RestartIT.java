package io.tidings.examples.guide.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.examples.guide.client.RandomMail.Transcript;
import io.tidings.sse.client.ClientSettings;
import io.tidings.sse.client.EventStream;
import io.tidings.sse.client.Gap;
import io.tidings.sse.client.StreamObserver;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Typed clients of a server that is restarted under load. {@code -Dtidings.restarts=50} restarts it
 * that often.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RestartIT {

  private static final int RESTARTS = Integer.getInteger("tidings.restarts", 5);
  private static final int CLIENTS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final MailServer server = new MailServer();
  private final ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();
  private final AtomicLong published = new AtomicLong();
  private List<Counter> counters = List.of();

  @AfterEach
  void stop() {
    load.shutdownNow();
    counters.forEach(counter -> counter.stream.close());
    server.close();
  }

  @Test
  void noEventIsMissedOrRepeatedWhenTheServerIsRestarted() throws Exception {
    counters = Stream.generate(Counter::new).limit(CLIENTS).toList();
    Awaitility.await().atMost(PATIENCE).until(() -> server.readers() == CLIENTS);
    Mail mail = server.mail();
    Future<?> publishing =
        load.scheduleWithFixedDelay(() -> publish(mail), 0, 2, TimeUnit.MILLISECONDS);
    awaitEveryone();

    for (int i = 0; i < RESTARTS; i++) {
      server.restart();
      awaitEveryone();
    }

    assertThat(publishing).isNotDone();
    load.shutdown();
    assertThat(load.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    awaitEveryone();
    assertThat(faults).isEmpty();
    assertThat(counters).allMatch(counter -> counter.retries.get() >= RESTARTS);
  }

  private void publish(Mail mail) {
    mail.count(published.get());
    published.incrementAndGet();
  }

  /** Until each client has what was published so far. */
  private void awaitEveryone() {
    long target = published.get() + 1;
    long reached = load.isShutdown() ? published.get() : target;
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(counters)
                    .filteredOn(counter -> counter.next.get() < reached)
                    .as("who is not at " + reached)
                    .isEmpty());
  }

  /** Expects one number after the other. */
  private final class Counter extends Transcript implements StreamObserver {

    final AtomicLong next = new AtomicLong();
    final AtomicLong retries = new AtomicLong();
    final EventStream stream;

    Counter() {
      ClientSettings settings =
          ClientSettings.of(server.uri())
              .withHttp(http -> http.retry((attempt, asked, random) -> soon(random)));
      stream = MailClient.connect(settings).subscribe(this, new MailTopic.Counts());
    }

    private Duration soon(double random) {
      retries.incrementAndGet();
      return Duration.ofMillis(20 + (long) (100 * random));
    }

    @Override
    public void count(long number) {
      if (number != next.get()) {
        faults.add("number must be " + next + "; was " + number);
      }
      next.set(number + 1);
    }

    @Override
    void line(String line) {
      faults.add(line);
    }

    @Override
    public String toString() {
      return stream.state() + " at " + next + " " + stream.failure() + " after " + retries;
    }

    @Override
    public void onGap(Gap gap) {
      faults.add(gap.toString());
    }
  }
}
