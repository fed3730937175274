package io.tidings.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class OneAnswerTest {

  @Test
  void isWhatTheTaskSays() {
    assertThat(OneAnswer.of(() -> Message.of("measured").with("nanos", 7)))
        .hasToString("measured nanos=7");
  }

  @Test
  void namesEveryCauseOfAFailureAndWhereTheLastOneWasThrown() {
    Message answer =
        OneAnswer.of(
            () -> {
              throw new IllegalStateException("row must start", new IOException("disk is\nfull"));
            });

    assertThat(Message.parse(answer.toString())).isEqualTo(answer);
    assertThat(answer.verb()).isEqualTo(Message.FAILED);
    assertThat(answer.text("reason"))
        .startsWith(
            "IllegalStateException: row must start; caused by IOException: disk is full (at")
        .contains("OneAnswerTest.java:");
  }

  @Test
  void tellsOfAnErrorToo() {
    Message answer =
        OneAnswer.of(
            () -> {
              throw new NoClassDefFoundError("a/peer");
            });

    assertThat(answer.text("reason")).startsWith("NoClassDefFoundError: a/peer (at");
  }
}
