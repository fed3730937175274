package io.tidings.sse.client;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only in pauses, at once, and writes them down. No jitter. */
final class FakeTime {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  final List<Long> pauses = new CopyOnWriteArrayList<>();
  final AtomicLong nanos = new AtomicLong();

  Timing timing() {
    return new Timing(
        nanos::get,
        Clock.fixed(NOW, ZoneOffset.UTC),
        () -> 0,
        (condition, left) -> {
          if (pauses.size() == 100) {
            throw new InterruptedException("a test must end before its hundredth pause");
          }
          pauses.add(TimeUnit.NANOSECONDS.toMillis(left));
          nanos.addAndGet(left);
          return 0;
        });
  }
}
