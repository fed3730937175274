package io.tidings.sse.hub;

import static org.awaitility.Awaitility.with;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.Failures;
import io.tidings.sse.fixture.ManualTimer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A hub with {@link Machine} and its sources, whose clock a test moves. */
@Timeout(30)
abstract class SourcedHub {

  final ManualTimer timer = new ManualTimer();
  final FakeSources sources = new FakeSources();
  final List<Throwable> failures = new CopyOnWriteArrayList<>();
  final Hub hub =
      Hub.builder()
          .environment(Environments.manual(timer))
          .listener(Failures.into(failures))
          .sources(sources)
          .build();

  static ConditionFactory soon() {
    return with().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).await();
  }

  @AfterEach
  void close() {
    sources.release();
    hub.close(Duration.ZERO);
  }

  TestReader connect(@Nullable String lastEventId, String... topics) {
    return new TestReader(hub.admit(Machine.request(lastEventId, topics)));
  }
}
