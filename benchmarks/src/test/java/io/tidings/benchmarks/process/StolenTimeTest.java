package io.tidings.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StolenTimeTest {

  private static final StolenTime UNKNOWN = StolenTime.of(List.of("cpu  1 2 3 4 5 6 7"));

  @Test
  void isTheEighthFigureOfAllProcessorsInTicksOfTenMilliseconds() {
    assertThat(stolen(42).millis()).hasValue(420);
  }

  @Test
  void isWhatCameBetweenTwoLooks() {
    assertThat(stolen(45).since(stolen(42))).hasValue(30);
  }

  @Test
  void isUnknownWhereTheKernelDoesNotCountIt() {
    assertThat(UNKNOWN.millis()).isEmpty();
    assertThat(UNKNOWN.since(UNKNOWN)).isEmpty();
    assertThat(StolenTime.of(List.of()).millis()).isEmpty();
  }

  private static StolenTime stolen(long ticks) {
    return StolenTime.of(
        List.of(
            "cpu  31 32 33 34 35 36 37 " + ticks + " 39 40",
            "cpu0 11 12 13 14 15 16 17 18 19 20",
            "intr 1 2 3 4 5 6 7 8 9"));
  }
}
