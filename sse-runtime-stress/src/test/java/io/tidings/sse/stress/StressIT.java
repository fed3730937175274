package io.tidings.sse.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs every jcstress case of this module in processes of its own. */
final class StressIT {

  private static final String MODE = System.getProperty("stress.mode", "quick");

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS)
  void noLockFreeClassEverShowsWhatIsForbidden(@TempDir Path results) throws Exception {
    String told = run(results);

    assertThat(told).contains("Failed tests: No matches.").contains("Error tests: No matches.");
    assertThat(told).containsPattern("All remaining tests: [1-9][0-9]* matching test results");
  }

  private static String run(Path results) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", classPath(), "org.openjdk.jcstress.Main"));
    command.addAll(List.of("-r", results.toString(), "-m", MODE, "-af", "NONE"));
    // The states are hubs and logs: fewer of them at a time than jcstress takes of an int.
    command.addAll(List.of("-strideSize", "32", "-strideCount", "8"));
    if (MODE.equals("quick")) {
      // One compilation instead of all combinations.
      command.addAll(List.of("-sc", "false", "-iters", "3", "-jvmArgs", "-Xmx256m"));
    }
    Process process =
        new ProcessBuilder(command).directory(results.toFile()).redirectErrorStream(true).start();
    try {
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      process.destroy();
    }
  }

  /** Surefire keeps the real one to itself. */
  private static String classPath() {
    String own = System.getProperty("java.class.path");
    return System.getProperty("surefire.test.class.path", own);
  }
}
