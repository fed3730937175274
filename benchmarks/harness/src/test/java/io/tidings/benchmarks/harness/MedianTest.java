package io.tidings.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void isTheRoundInTheMiddleByItsCost() {
    assertThat(Median.of(List.of("ccc", "a", "bb"), String::length)).contains("bb");
  }

  @Test
  void isTheDearerOfTheTwoInTheMiddle() {
    assertThat(Median.of(List.of("dddd", "a", "ccc", "bb"), String::length)).contains("ccc");
    assertThat(Median.cost(List.of(2L, 1L), Long::doubleValue)).isEqualTo(2);
  }

  @Test
  void isNothingOfNoRounds() {
    assertThat(Median.of(List.<String>of(), String::length)).isEmpty();
    assertThat(Median.cost(List.<Long>of(), Long::doubleValue)).isNaN();
  }
}
