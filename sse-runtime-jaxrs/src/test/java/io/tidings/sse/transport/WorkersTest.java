package io.tidings.sse.transport;

import static io.tidings.sse.fixture.Admissions.granted;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.StrictParser;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubEnvironment;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.SubscriptionRequest;
import io.tidings.sse.hub.TopicDefinition;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {

  private static final int STUCK = 12;
  private static final EventDefinition<String> NEWS = EventDefinition.of("news", String.class);
  private static final StreamDefinition STREAM =
      StreamDefinition.of(WorkersTest.class, "/news")
          .withTopic(TopicDefinition.of("All", "all").withEvent(NEWS));

  private final Hub hub = Hub.builder().environment(HubEnvironment.system().withShards(2)).build();
  private final Delivery delivery = Delivery.of(hub);

  /** A sink whose writes after the first block until its test opens it. */
  private static final class StuckSink implements StreamSink {

    private final CountDownLatch gate = new CountDownLatch(1);
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile List<Block> blocks = List.of();
    private boolean sticks;

    @Override
    public boolean isBlocking() {
      return true;
    }

    @Override
    public void open(SinkEvents events) {}

    @Override
    public boolean write(Batch batch) throws java.io.IOException {
      batch.writeTo(bytes);
      blocks = StrictParser.parse(bytes.toByteArray());
      try {
        if (sticks) {
          gate.await();
        }
      } catch (InterruptedException e) {
        throw new java.io.IOException(e);
      }
      return true;
    }

    @Override
    public void end() {}

    @Override
    public void abort() {
      gate.countDown();
    }

    long events() {
      return blocks.stream().filter(Block::isEvent).count();
    }
  }

  @AfterEach
  void close() {
    hub.close(Duration.ZERO);
  }

  private StuckSink open(boolean sticks) {
    SubscriptionRequest request =
        new SubscriptionRequest(STREAM, "news", List.of("all"), false, null, null, null);
    StuckSink sink = new StuckSink();
    delivery.open(granted(hub.admit(request)), sink);
    sink.sticks = sticks;
    return sink;
  }

  private void publish(int events) {
    IntStream.range(0, events).forEach(i -> hub.publisher(STREAM).publish(NEWS, "all", "n" + i));
  }

  @Test
  void letsNobodyWaitForReadersThatAreStuckInAWrite() {
    for (int i = 0; i < STUCK; i++) {
      open(true);
    }
    List<StuckSink> healthy = Stream.generate(() -> open(false)).limit(5).toList();

    publish(500);

    await()
        .atMost(30, SECONDS)
        .untilAsserted(() -> assertThat(healthy).allMatch(sink -> sink.events() == 500));
    assertThat(delivery.workers().size()).isBetween(STUCK, STUCK + 8);
  }

  @Test
  void letsNobodyWaitLongWhenThereAreMoreStuckReadersThanThreads() {
    for (int i = 0; i < 520; i++) {
      open(true);
    }
    StuckSink healthy = open(false);

    publish(1);

    await().atMost(20, SECONDS).untilAsserted(() -> assertThat(healthy.events()).isEqualTo(1));
    assertThat(delivery.workers().size()).isLessThanOrEqualTo(512);
  }

  @Test
  void endsWorkersThatHaveNothingToDo() {
    StuckSink reader = open(false);
    publish(3);
    await().atMost(30, SECONDS).until(() -> reader.events() == 3);

    await().atMost(30, SECONDS).until(() -> delivery.workers().size() == 0);
    publish(2);

    await().atMost(30, SECONDS).until(() -> reader.events() == 5);
  }
}
