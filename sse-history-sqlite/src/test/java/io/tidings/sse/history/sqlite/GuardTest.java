package io.tidings.sse.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.hub.History.Append;
import io.tidings.sse.hub.History.StreamState;
import io.tidings.sse.hub.HistoryException;
import io.tidings.sse.hub.ReplayPolicy;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the small file beside a history's knows. */
@Timeout(60)
class GuardTest {

  private static final ReplayPolicy LOTS = new ReplayPolicy(100_000, 1 << 30, null, 0);
  private static final String[] PARTS = {"events.db", "events.db-wal", "events.db-guard"};
  private static final int BOOT = 24;

  @TempDir Path folder;
  private final AtomicInteger epochs = new AtomicInteger();

  private StreamState open(SqliteHistory history) {
    return history.open("s", () -> "e" + epochs.incrementAndGet());
  }

  private static void append(SqliteHistory history, int events) {
    byte[] data = "x".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < events; i++) {
      history.append(List.of(new Append("s", "a", "t", null, data, null, LOTS, false)));
    }
  }

  /** A history with ten events, as a process that is killed leaves it, in this folder. */
  private Path killed(String into, Durability durability) throws IOException {
    Path from = Files.createDirectory(folder.resolve("from"));
    Path to = Files.createDirectory(folder.resolve(into));
    Path file = from.resolve("events.db");
    try (SqliteHistory history = SqliteHistory.builder(file).durability(durability).open()) {
      open(history);
      append(history, 10);
      for (String part : PARTS) {
        Files.copy(from.resolve(part), to.resolve(part));
      }
    }
    return to.resolve("events.db");
  }

  private static void startTheMachineAnew(Path file) throws IOException {
    Path guard = file.resolveSibling("events.db-guard");
    try (RandomAccessFile bytes = new RandomAccessFile(guard.toFile(), "rw")) {
      bytes.seek(BOOT);
      bytes.write("another".getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void keepsTheEpochOfAProcessThatWasKilled() throws IOException {
    try (SqliteHistory again = SqliteHistory.at(killed("to", Durability.PROCESS))) {
      assertThat(open(again)).isEqualTo(new StreamState("e1", 10));
    }
  }

  @Test
  void beginsANewEpochAfterALossOfPower() throws IOException {
    Path file = killed("to", Durability.PROCESS);
    startTheMachineAnew(file);

    try (SqliteHistory again = SqliteHistory.at(file)) {
      assertThat(open(again)).isEqualTo(new StreamState("e2", 10));
    }
    try (SqliteHistory again = SqliteHistory.at(file)) {
      assertThat(open(again)).isEqualTo(new StreamState("e2", 10));
    }
  }

  @Test
  void keepsTheEpochAfterALossOfPowerThatTookNothing() throws IOException {
    Path file = killed("to", Durability.ALWAYS);
    startTheMachineAnew(file);

    try (SqliteHistory again = SqliteHistory.at(file)) {
      assertThat(open(again)).isEqualTo(new StreamState("e1", 10));
    }
  }

  @Test
  void isAgainAtRiskWhenItIsOpenedAfterItsEnd() throws IOException {
    Path file = killed("to", Durability.PROCESS);
    SqliteHistory.at(file).close();
    startTheMachineAnew(file);
    SqliteHistory.at(file).close(); // a clean end: nothing was lost with the power
    Path copy = Files.createDirectory(folder.resolve("copy")).resolve("events.db");
    try (SqliteHistory atRisk = SqliteHistory.at(file)) {
      assertThat(open(atRisk).epoch()).isEqualTo("e1");
      Files.copy(file, copy);
      Files.copy(file.resolveSibling("events.db-guard"), copy.resolveSibling("events.db-guard"));
    }
    startTheMachineAnew(copy);

    try (SqliteHistory again = SqliteHistory.at(copy)) {
      assertThat(open(again).epoch()).isEqualTo("e2");
    }
  }

  @Test
  void noticesOneRestoreAfterAnother() throws IOException {
    Path file = folder.resolve("events.db");
    try (SqliteHistory history = SqliteHistory.at(file)) {
      open(history);
    }
    backup(file, 10);
    backup(file, 20);
    try (SqliteHistory history = SqliteHistory.at(file)) {
      append(history, 5);
    }

    restore(file, 10);
    try (SqliteHistory restored = SqliteHistory.at(file)) {
      assertThat(open(restored)).isEqualTo(new StreamState("e2", 10));
    }
    restore(file, 20);

    try (SqliteHistory restored = SqliteHistory.at(file)) {
      assertThat(open(restored)).isEqualTo(new StreamState("e3", 20));
    }
  }

  /** Appends ten events, and makes a copy. */
  private static void backup(Path file, int head) throws IOException {
    try (SqliteHistory history = SqliteHistory.at(file)) {
      append(history, 10);
    }
    Files.copy(file, file.resolveSibling("backup" + head));
  }

  private static void restore(Path file, int head) throws IOException {
    Files.copy(file.resolveSibling("backup" + head), file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void isOneGuardWhateverTheFileIsCalled() throws IOException {
    Path file = folder.resolve("events.db");
    Path link = Files.createSymbolicLink(folder.resolve("link.db"), Path.of("events.db"));
    Path byFolder = Files.createSymbolicLink(folder.resolve("again"), folder);
    try (SqliteHistory history = SqliteHistory.at(link)) {
      assertThat(open(history).epoch()).isEqualTo("e1");

      for (Path name : List.of(file, link, byFolder.resolve("events.db"))) {
        assertThatThrownBy(() -> SqliteHistory.at(name))
            .isInstanceOf(HistoryException.class)
            .hasMessageContaining("must be used by one process");
      }
    }
    try (SqliteHistory history = SqliteHistory.at(file)) {
      assertThat(open(history).epoch()).isEqualTo("e1");
    }
  }
}
