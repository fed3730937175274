package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ReconnectsTest {

  private final FakeTime time = new FakeTime();
  private final Reconnects reconnects = new Reconnects(Backoff.DEFAULT, time.timing());

  @Test
  void waitsLongerAfterEachFailure() {
    assertThat(next()).isEqualTo(1000);
    assertThat(next()).isEqualTo(2000);
    assertThat(next()).isEqualTo(4000);
  }

  @Test
  void startsAnewAfterAHealthyMinute() {
    next();
    next();
    reconnects.opened();
    time.nanos.addAndGet(Duration.ofMinutes(1).toNanos());

    assertThat(next()).isEqualTo(1000);
    assertThat(reconnects.attempts()).isEqualTo(1);
  }

  @Test
  void doesNotTakeAShortConnectionForAHealthyOne() {
    next();
    reconnects.opened();
    time.nanos.addAndGet(Duration.ofSeconds(59).toNanos());

    assertThat(next()).isEqualTo(2000);
  }

  @Test
  void doesNotCountTheTimeBetweenConnections() {
    reconnects.opened();
    next();
    time.nanos.addAndGet(Duration.ofHours(1).toNanos());

    assertThat(next()).isEqualTo(2000);
  }

  @Test
  void waitsAtLeastWhatRetryAfterSays() {
    reconnects.ended();

    assertThat(reconnects.delay(Optional.of(Duration.ofSeconds(7)))).hasSeconds(7);
    assertThat(reconnects.delay(Optional.of(Duration.ofMillis(7)))).hasSeconds(1);
    assertThat(reconnects.delay(Optional.of(Duration.ofDays(7)))).hasMinutes(10);
  }

  private long next() {
    reconnects.ended();
    return reconnects.delay(Optional.empty()).toMillis();
  }
}
