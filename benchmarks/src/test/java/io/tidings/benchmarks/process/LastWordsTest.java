package io.tidings.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastWordsTest {

  @Test
  void areTheFailuresAndNotTheirStacks() {
    List<String> log =
        List.of(
            "Exception in thread \"main\" java.lang.ExceptionInInitializerError",
            "\tat Row.main(Row.java:3)",
            "Caused by: java.io.IOException: disk is full",
            "\tat Row.<clinit>(Row.java:1)",
            "\t... 1 more");

    assertThat(LastWords.of(log))
        .isEqualTo(
            "Exception in thread \"main\" java.lang.ExceptionInInitializerError"
                + " | Caused by: java.io.IOException: disk is full");
  }

  @Test
  void areOnlyTheLast() {
    List<String> log = IntStream.rangeClosed(1, 9).mapToObj(String::valueOf).toList();

    assertThat(LastWords.of(log)).isEqualTo("5 | 6 | 7 | 8 | 9");
    assertThat(LastWords.of(List.of(" ", ""))).isEmpty();
  }
}
