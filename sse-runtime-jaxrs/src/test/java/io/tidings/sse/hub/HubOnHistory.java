package io.tidings.sse.hub;

import static io.tidings.sse.hub.Markets.PRICE;
import static io.tidings.sse.hub.Markets.STREAM;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import io.tidings.sse.history.ListHistory;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A hub whose history outlives it, as {@link ListHistory} does. */
abstract class HubOnHistory {

  final ManualTimer timer = new ManualTimer();
  ListHistory history = new ListHistory();
  @Nullable Hub running;

  Hub hub() {
    Hub known = running;
    if (known == null) {
      known = builder().build();
      running = known;
    }
    return known;
  }

  HubBuilder builder() {
    return Hub.builder()
        .environment(Environments.manual(timer))
        .codec(Markets.CODEC)
        .history(history)
        .memory(4, 1 << 20);
  }

  void restart() {
    hub().close(Duration.ZERO);
    running = null;
  }

  @AfterEach
  void close() {
    hub().close(Duration.ZERO);
  }

  void publish(int from, int to) {
    IntStream.rangeClosed(from, to)
        .forEach(i -> hub().publisher(STREAM).publish(PRICE, "prices/A", "p" + i));
  }

  TestReader resume(@Nullable String id, String... topics) {
    return new TestReader(hub().admit(Markets.resume(STREAM, id, topics)));
  }
}
