package io.tidings.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaHomesTest {

  @TempDir private Path folder;

  @Test
  void prefersTheRunningJava() throws IOException {
    Path running = home("a/running", "17.0.15");
    home("a/newer", "25.0.1");

    assertThat(new JavaHomes(running, Map.of()).atLeast(17)).contains(running);
  }

  @Test
  void findsANewerOneBesideTheRunningOne() throws IOException {
    Path running = home("a/running", "17.0.15");
    Path newer = home("a/newer", "25.0.1");

    assertThat(new JavaHomes(running, Map.of()).atLeast(21)).contains(newer);
  }

  @Test
  void findsANewerOneThatAVariableNames() throws IOException {
    Path running = home("a/running", "17.0.15");
    Path newer = home("b/newer", "25");

    assertThat(new JavaHomes(running, Map.of("JAVA_HOME_25_X64", newer.toString())).atLeast(21))
        .contains(newer);
  }

  @Test
  void findsNoneWhereNoneIs() throws IOException {
    Path running = home("a/running", "1.8.0_292");

    assertThat(new JavaHomes(running, Map.of()).atLeast(21)).isEmpty();
    assertThat(JavaHomes.feature(running)).isEqualTo(8);
  }

  private Path home(String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
