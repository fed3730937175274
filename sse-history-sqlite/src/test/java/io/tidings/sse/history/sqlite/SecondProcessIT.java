package io.tidings.sse.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.hub.HistoryException;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes want one file. */
@Timeout(60)
class SecondProcessIT {

  private static final String REFUSAL =
      "history file must be used by one process; was in use by another: %s."
          + " Stop that one, or give this one a file of its own";

  @TempDir Path folder;

  @Test
  void aSecondProcessIsRefusedWithAClearMessage() throws Exception {
    try (SqliteHistory history = SqliteHistory.at(folder.resolve("events.db"))) {
      history.open("s", () -> "first");

      requireRefused();
    }
  }

  /** POSIX takes a process's locks away when it closes any channel of a file. */
  @Test
  void aSecondProcessIsRefusedAlsoWhenTheFirstHasTriedTwice() throws Exception {
    Path file = folder.resolve("events.db");
    try (SqliteHistory history = SqliteHistory.at(file)) {
      history.open("s", () -> "first");
      assertThatThrownBy(() -> SqliteHistory.at(file)).isInstanceOf(HistoryException.class);

      requireRefused();
    }
  }

  /** An application server runs several copies of the same classes. */
  @Test
  void aSecondProcessIsRefusedAlsoWhenAnotherClassLoaderHasTried() throws Exception {
    try (SqliteHistory history = SqliteHistory.at(folder.resolve("events.db"));
        URLClassLoader other = another()) {
      history.open("s", () -> "first");
      Method at = other.loadClass(SqliteHistory.class.getName()).getMethod("at", Path.class);
      for (int tries = 0; tries < 2; tries++) {
        assertThatThrownBy(() -> at.invoke(null, folder.resolve("events.db")))
            .hasRootCauseMessage(REFUSAL.formatted(folder.toRealPath().resolve("events.db")));
      }

      requireRefused();
    }
  }

  private static URLClassLoader another() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private void requireRefused() throws Exception {
    Process second =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledMain.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(second.exitValue()).isNotZero();
      assertThat(new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .contains("history file must be used by one process; was in use by another")
          .contains("events.db");
    } finally {
      second.destroyForcibly(); // one that was let in would never end
    }
  }
}
