package io.tidings.sse.hub;

import static io.tidings.sse.hub.Markets.PRICE;
import static io.tidings.sse.hub.Markets.STREAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is meant for somebody reaches nobody else, whatever has happened before. */
class DirectedEventsTest {

  private static final int HISTORIES = Integer.getInteger("hub.directed.histories", 100_000);
  private static final int HISTORIES_OF_A_HUB = 500;
  private static final int STEPS = 8;
  private static final @Nullable String[] PRINCIPALS = {null, "ann", "bob"};
  private static final String[] CLIENTS = {"tab", "phone", "watch"};

  /** A reader, and what it must get; a stored event also when it comes later. */
  private record Reader(
      TestReader real, @Nullable String principal, String client, List<String> expected) {}

  private record Stored(String data, @Nullable String principal) {}

  private final Random random = new Random(7);

  @Test
  void reachNoThirdReaderInAnyHistory() {
    for (int done = 0; done < HISTORIES; done += HISTORIES_OF_A_HUB) {
      Hub hub = Hub.builder().environment(Environments.manual(new ManualTimer())).build();
      for (int i = 0; i < HISTORIES_OF_A_HUB; i++) {
        new History(hub, "prices/h" + i, done + i).run();
      }
      hub.close();
    }
  }

  /** Eight steps on one topic. */
  private final class History {

    private final Hub hub;
    private final StreamPublisher publisher;
    private final String topic;
    private final int number;
    private final List<Reader> readers = new ArrayList<>();
    private final List<Stored> stored = new ArrayList<>();
    private String start = "";

    private History(Hub hub, String topic, int number) {
      this.hub = hub;
      this.publisher = hub.publisher(STREAM);
      this.topic = topic;
      this.number = number;
    }

    private void run() {
      publisher.publish(PRICE, topic, "start");
      start = publisher.topic(topic).lastEventId().orElseThrow();
      for (int step = 0; step < STEPS; step++) {
        switch (random.nextInt(5)) {
          case 0 -> join(false);
          case 1 -> join(true);
          case 2 -> publishToClient("c" + step);
          default -> publish("d" + step);
        }
      }
      readers.forEach(this::check);
    }

    private void join(boolean resumes) {
      String principal = PRINCIPALS[random.nextInt(PRINCIPALS.length)];
      String client = CLIENTS[random.nextInt(CLIENTS.length)];
      boolean labelled = random.nextBoolean();
      List<String> topics = labelled ? List.of(topic, "prices/other") : List.of(topic);
      TestReader real =
          new TestReader(
              hub.admit(
                  new SubscriptionRequest(
                      STREAM,
                      "markets",
                      topics,
                      labelled,
                      resumes ? start : null,
                      client,
                      principal)));
      List<String> expected = new ArrayList<>();
      if (resumes) {
        stored.stream().filter(one -> isFor(one, principal)).forEach(o -> expected.add(o.data()));
      }
      readers.add(new Reader(real, principal, client, expected));
    }

    private static boolean isFor(Stored event, @Nullable String principal) {
      return event.principal() == null || event.principal().equals(principal);
    }

    private void publish(String data) {
      String principal = PRINCIPALS[random.nextInt(PRINCIPALS.length)];
      (principal == null ? publisher : publisher.toPrincipal(principal))
          .publish(PRICE, topic, data);
      Stored event = new Stored(data, principal);
      stored.add(event);
      readers.stream()
          .filter(reader -> isFor(event, reader.principal()))
          .forEach(reader -> reader.expected().add(data));
    }

    private void publishToClient(String data) {
      String client = CLIENTS[random.nextInt(CLIENTS.length)];
      publisher.to(client).publish(PRICE, topic, data);
      readers.stream()
          .filter(reader -> reader.client().equals(client))
          .forEach(reader -> reader.expected().add(data));
    }

    private void check(Reader reader) {
      assertThat(reader.real().readData()).as("history %d", number).isEqualTo(reader.expected());
      reader.real().subscription.ended(CloseReason.CLOSED_BY_CLIENT);
    }
  }
}
