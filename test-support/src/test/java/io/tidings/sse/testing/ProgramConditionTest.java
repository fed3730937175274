package io.tidings.sse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;

class ProgramConditionTest {

  @TempDir private Path folder;

  @Test
  void runsTheTestWhenTheProgramIsThere() throws IOException {
    install("nginx");

    assertThat(condition(false).evaluate("nginx").isDisabled()).isFalse();
  }

  @Test
  void skipsTheTestWithTheInstallLineWhenTheProgramIsMissing() {
    ConditionEvaluationResult result = condition(false).evaluate("node");

    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason()).get().asString().endsWith("apt-get install nodejs");
  }

  @Test
  void failsTheTestWhenProgramsAreRequiredAndOneIsMissing() {
    assertThatExceptionOfType(MissingProgramException.class)
        .isThrownBy(() -> condition(true).evaluate("haproxy"))
        .withMessage(
            "programs must be installed; missing were haproxy;"
                + " install with: apt-get install haproxy");
  }

  @Test
  void asksForTheDriverWheneverItAsksForTheBrowser() throws IOException {
    install("chromium");

    assertThat(condition(false).evaluate("chromium").getReason())
        .get()
        .asString()
        .endsWith("missing were chromedriver; install with: apt-get install chromium-driver");
  }

  @Test
  void namesBothPackagesOfTheBrowser() {
    assertThat(condition(false).evaluate("chromium").getReason())
        .get()
        .asString()
        .endsWith("apt-get install chromium chromium-driver");
  }

  private ProgramCondition condition(boolean required) {
    return new ProgramCondition(new SearchPath(List.of(folder)), required);
  }

  private void install(String program) throws IOException {
    Path file = Files.createFile(folder.resolve(program));
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
