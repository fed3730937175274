package io.tidings.sse.transport;

import static io.tidings.sse.fixture.Admissions.granted;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.event.EventId;
import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.StrictParser;
import io.tidings.sse.hub.Admission;
import io.tidings.sse.hub.BackpressurePolicy;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubEnvironment;
import io.tidings.sse.hub.ReplayPolicy;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import io.tidings.sse.hub.SubscriptionRequest;
import io.tidings.sse.hub.TopicDefinition;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole delivery on real threads: what every reader must be able to rely on. */
class DeliveryTest {

  private static final int PUBLISHERS = 6;
  private static final int EVENTS_EACH = 1500;
  private static final int READERS = 12;

  private static final EventDefinition<String> NOTE = EventDefinition.of("note", String.class);
  private static final StreamDefinition STREAM =
      StreamDefinition.of(DeliveryTest.class, "/notes")
          .withTopic(
              TopicDefinition.of("Notes", "notes/{n}")
                  .withEvent(NOTE)
                  .withReplay(new ReplayPolicy(100_000, 1L << 30, null, 0))
                  .withBackpressure(
                      new BackpressurePolicy(
                          BackpressurePolicy.Policy.DISCONNECT,
                          100_000,
                          1L << 30,
                          Duration.ofSeconds(30))));

  private final Hub hub = Hub.builder().environment(HubEnvironment.system().withShards(2)).build();
  private final Delivery delivery = Delivery.of(hub);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    hub.close(Duration.ZERO);
    threads.shutdownNow();
  }

  @Test
  void givesEveryReaderTheSameOrderWithoutHoleOrRepeatHoweverOftenItComesBack() throws Exception {
    String start = publishTheFirst();
    List<Future<List<Block>>> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      long seed = i;
      readers.add(threads.submit(() -> readAll(new Random(seed), start)));
    }
    List<Future<?>> publishers = new ArrayList<>();
    for (int i = 0; i < PUBLISHERS; i++) {
      String name = "p" + i;
      publishers.add(threads.submit(() -> publish(name)));
    }
    for (Future<?> publisher : publishers) {
      publisher.get(30, SECONDS);
    }
    IntStream.range(0, 3).forEach(n -> hub.publisher(STREAM).topic("notes/" + n).complete());

    List<Block> first = readers.get(0).get(30, SECONDS);
    for (Future<List<Block>> reader : readers) {
      assertThat(reader.get(30, SECONDS)).isEqualTo(first);
    }
    assertThat(first).hasSize(1 + PUBLISHERS * EVENTS_EACH + 3);
    assertEachPublishersOrderIsKept(first);
  }

  /** The cursor of a reader that has seen nothing of this history. */
  private String publishTheFirst() {
    hub.publisher(STREAM).publish(NOTE, "notes/0", "first");
    String id = hub.publisher(STREAM).topic("notes/0").lastEventId().orElseThrow();
    return new EventId(EventId.parse(id).orElseThrow().epoch(), 0).toString();
  }

  private void publish(String name) {
    StreamPublisher publisher = hub.publisher(STREAM);
    for (int n = 0; n < EVENTS_EACH; n++) {
      publisher.publish(NOTE, "notes/" + n % 3, name + ":" + n);
    }
  }

  /** Reads all three topics to their ends, over as many connections as that takes. */
  private List<Block> readAll(Random random, String start) {
    List<Block> events = new ArrayList<>();
    String cursor = start;
    while (true) {
      Admission admission = hub.admit(request(cursor));
      if (admission instanceof Admission.Finished) {
        return events;
      }
      RestlessSink sink = new RestlessSink(random, threads, 1 + random.nextInt(40));
      delivery.open(granted(admission), sink);
      await().atMost(20, SECONDS).pollDelay(Duration.ZERO).until(sink::isClosed);
      assertThat(sink.wasEnteredTwice).isFalse();
      for (Block block : StrictParser.parse(sink.bytes())) {
        cursor = block.id() == null ? cursor : block.id();
        if (block.isEvent()) {
          events.add(block);
        }
      }
    }
  }

  private SubscriptionRequest request(@Nullable String cursor) {
    List<String> topics = List.of("notes/0", "notes/1", "notes/2");
    return new SubscriptionRequest(STREAM, "notes", topics, true, cursor, null, null);
  }

  private static void assertEachPublishersOrderIsKept(List<Block> events) {
    long sequence = 0;
    Map<String, Integer> newest = new HashMap<>();
    for (Block event : events) {
      long next = EventId.parse(event.id()).orElseThrow().sequence();
      assertThat(next).isEqualTo(++sequence);
      String[] note = Objects.requireNonNull(event.data()).split(":", 2);
      if (note[0].startsWith("p")) {
        Integer before = newest.put(note[0], Integer.valueOf(note[1]));
        assertThat(before == null ? -1 : before).isEqualTo(Integer.parseInt(note[1]) - 1);
      }
    }
  }

  @Test
  void aServerThatOutlivesAHubDoesNotKeepIt() {
    Hub gone = Hub.builder().build();
    Farewell kept = new Farewell(Delivery.of(gone));
    WeakReference<Hub> hubOfApplication = new WeakReference<>(gone);
    gone.close(Duration.ZERO);
    gone = null;

    await()
        .until(
            () -> {
              System.gc();
              return hubOfApplication.get() == null;
            });

    List<String> ran = new ArrayList<>();
    kept.run();
    kept.accept(() -> ran.add("ready"));
    assertThat(ran).containsExactly("ready");
  }
}
