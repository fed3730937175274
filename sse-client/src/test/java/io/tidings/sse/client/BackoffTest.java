package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackoffTest {

  private static final Duration NOT_ASKED = Duration.ofMillis(-1);

  @Test
  void doublesToTheLongest() {
    assertThat(millis(1, NOT_ASKED, 0)).isEqualTo(1000);
    assertThat(millis(2, NOT_ASKED, 0)).isEqualTo(2000);
    assertThat(millis(5, NOT_ASKED, 0)).isEqualTo(16_000);
    assertThat(millis(6, NOT_ASKED, 0)).isEqualTo(30_000);
    assertThat(millis(Integer.MAX_VALUE, NOT_ASKED, 0)).isEqualTo(30_000);
  }

  @Test
  void addsJitterAndNeverTakesAway() {
    assertThat(millis(1, NOT_ASKED, 0.5)).isEqualTo(1250);
    assertThat(millis(1, NOT_ASKED, 0.999)).isBetween(1499L, 1500L);
  }

  @Test
  void startsFromWhatTheServerAskedFor() {
    assertThat(millis(1, Duration.ofSeconds(3), 0)).isEqualTo(3000);
    assertThat(millis(2, Duration.ofSeconds(3), 0)).isEqualTo(6000);
    assertThat(millis(9, Duration.ofMinutes(2), 0)).isEqualTo(120_000);
  }

  @Test
  void clampsWhatTheServerAskedFor() {
    assertThat(millis(1, Duration.ZERO, 0)).isEqualTo(100);
    assertThat(millis(1, Duration.ofMillis(Long.MAX_VALUE), 0)).isEqualTo(600_000);
  }

  @Test
  void refusesWhatCannotGrowOrEnd() {
    assertThatThrownBy(() -> Backoff.DEFAULT.withFirst(Duration.ofMinutes(1)))
        .hasMessage("first must be between 0 and longest; was PT1M with longest PT30S");
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(() -> new Backoff(second, second, Double.NaN, 0, second))
        .hasMessage("factor must be 1 to 100; was NaN");
    assertThatThrownBy(() -> new Backoff(second, second, 1, -1, second))
        .hasMessage("jitter must be 0 to 10; was -1.0");
  }

  private static long millis(int attempt, Duration asked, double random) {
    return Backoff.DEFAULT.delay(attempt, asked, random).toMillis();
  }
}
