package io.tidings.sse.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes want one file. */
@Timeout(60)
class SecondProcessIT {

  @TempDir Path folder;

  @Test
  void aSecondProcessIsRefusedWithAClearMessage() throws Exception {
    try (SqliteHistory history = SqliteHistory.at(folder.resolve("events.db"))) {
      history.open("s", () -> "first");

      Process second =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  KilledMain.class.getName(),
                  folder.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(second.waitFor()).isNotZero();
      assertThat(said)
          .contains("history file must be used by one process; was in use by another")
          .contains("events.db");
    }
  }
}
