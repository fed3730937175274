package io.tidings.sse.transport;

import static io.tidings.sse.fixture.Admissions.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.fixture.StrictParser;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubEnvironment;
import io.tidings.sse.hub.HubListener;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.SubscriptionRequest;
import io.tidings.sse.hub.TopicDefinition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A machine that has no thread left for a while loses nobody, and is as before when it has. */
@Timeout(60)
class OutOfThreadsTest {

  private static final EventDefinition<String> NEWS = EventDefinition.of("news", String.class);
  private static final StreamDefinition STREAM =
      StreamDefinition.of(OutOfThreadsTest.class, "/news")
          .withTopic(TopicDefinition.of("All", "all").withEvent(NEWS));

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private volatile boolean exhausted;
  private final Hub hub =
      Hub.builder()
          .environment(environment())
          .listener(
              new HubListener() {
                @Override
                public void sent(Connection connection, int events, long bytes) {
                  told.add("sent");
                }

                @Override
                public void unsubscribed(Connection connection, CloseReason reason) {
                  told.add(reason.name());
                }
              })
          .build();
  private final Delivery delivery = Delivery.of(hub);

  private HubEnvironment environment() {
    HubEnvironment system = HubEnvironment.system();
    return new HubEnvironment(
        system.nanoTime(),
        system.random(),
        () -> "t" + tokens.incrementAndGet(),
        this::thread,
        system.timer(),
        1);
  }

  private Thread thread(Runnable task) {
    if (exhausted) {
      throw new OutOfMemoryError("unable to create native thread");
    }
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  private static final class Reader implements StreamSink {

    private final boolean blocks;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private volatile List<@Nullable String> data = List.of();

    Reader(boolean blocks) {
      this.blocks = blocks;
    }

    @Override
    public boolean isBlocking() {
      return blocks;
    }

    @Override
    public void open(SinkEvents events) {}

    @Override
    public boolean write(Batch batch) throws IOException {
      batch.writeTo(bytes);
      data =
          StrictParser.parse(bytes.toByteArray()).stream()
              .filter(block -> block.isEvent())
              .<@Nullable String>map(block -> block.data())
              .toList();
      return true;
    }

    @Override
    public void end() {}

    @Override
    public void abort() {}
  }

  private Reader open(boolean blocks, @Nullable String lastEventId) {
    Reader reader = new Reader(blocks);
    SubscriptionRequest request =
        new SubscriptionRequest(STREAM, "news", List.of("all"), false, lastEventId, null, null);
    delivery.open(granted(hub.admit(request)), reader);
    return reader;
  }

  private void publish(String data) {
    hub.publisher(STREAM).publish(NEWS, "all", data);
  }

  /** A reader that has got an event, when only the delivery thread is left. */
  private Reader first() {
    Reader first = open(false, null);
    publish("before");
    await().until(() -> first.data.equals(List.of("before")));
    await().until(() -> threads.stream().filter(Thread::isAlive).count() == 1);
    return first;
  }

  @AfterEach
  void close() {
    exhausted = false;
    hub.close(Duration.ZERO);
  }

  @Test
  void aReaderWhoseDeliveryThreadCannotStartIsServedWhenItCan() {
    exhausted = true;
    Reader reader = open(false, null);
    publish("meanwhile");
    exhausted = false;

    await().untilAsserted(() -> assertThat(reader.data).containsExactly("meanwhile"));
  }

  @Test
  void aReaderWhoseWritesBlockIsServedWhenThereIsAThreadForIt() {
    first();
    exhausted = true;
    Reader second = open(true, null);
    publish("meanwhile");
    exhausted = false;

    await().untilAsserted(() -> assertThat(second.data).containsExactly("meanwhile"));
  }

  @Test
  void aReaderThatCatchesUpIsServedWithoutAThreadOfItsOwn() {
    first();
    exhausted = true;

    Reader second = open(false, "t1-0");

    await().untilAsserted(() -> assertThat(second.data).containsExactly("before"));
  }

  @Test
  void readersAreServedWhileNobodyCanTellAListener() {
    Reader first = first();
    exhausted = true;
    publish("meanwhile");
    publish("later");
    await().untilAsserted(() -> assertThat(first.data).endsWith("meanwhile", "later"));

    exhausted = false;
    hub.close(Duration.ofSeconds(10));

    await().untilAsserted(() -> assertThat(told).contains("sent", "HUB_CLOSED"));
  }
}
