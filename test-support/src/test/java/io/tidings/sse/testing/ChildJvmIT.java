package io.tidings.sse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildJvmIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void awaitsALineAndTheExitCode() {
    try (ChildJvm child = chatterbox("once")) {
      assertThat(child.awaitLine(line -> line.startsWith("hello"), PATIENCE))
          .isEqualTo("hello once null");
      assertThat(child.awaitExit(PATIENCE)).isEqualTo(3);
      assertThat(child.output()).hasSize(1);
    }
  }

  @Test
  void killsAProcessThatWouldNotEnd() {
    try (ChildJvm child = chatterbox("wait")) {
      child.awaitLine(line -> line.startsWith("hello"), PATIENCE);

      child.kill();

      assertThat(child.isAlive()).isFalse();
      assertThat(child.awaitExit(PATIENCE)).isEqualTo(128 + 9);
    }
  }

  @Test
  void terminatesAProcessPolitely() {
    try (ChildJvm child = chatterbox("wait")) {
      child.awaitLine(line -> line.startsWith("hello"), PATIENCE);

      child.terminate();

      assertThat(child.awaitExit(PATIENCE)).isEqualTo(128 + 15);
    }
  }

  @Test
  void showsTheWholeOutputWhenTheLineNeverComes() {
    try (ChildJvm child = chatterbox("once")) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> child.awaitLine("bye"::equals, PATIENCE))
          .withMessageContaining("hello once");
    }
  }

  @Test
  void givesTheChildItsVariables() {
    List<String> arguments = List.of("-cp", classPath(), Chatterbox.class.getName(), "once");

    try (ChildJvm child = ChildJvm.start(Map.of("CHATTERBOX", "word"), arguments)) {
      assertThat(child.awaitLine(line -> true, PATIENCE)).isEqualTo("hello once word");
    }
  }

  private static ChildJvm chatterbox(String word) {
    return ChildJvm.ofClass(classPath(), Chatterbox.class.getName(), word);
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }
}
