package io.tidings.sse.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.hub.History.Append;
import io.tidings.sse.hub.History.StreamState;
import io.tidings.sse.hub.HistoryException;
import io.tidings.sse.hub.ReplayPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A byte of what SQLite itself reads first is another one. */
class DamagedSchemaTest {

  private static final ReplayPolicy LOTS = new ReplayPolicy(100_000, 1 << 30, null, 0);
  private static final int USER_VERSION = 63;
  private static final int APPLICATION_ID = 71;

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void publish() {
    file = folder.resolve("events.db");
    try (SqliteHistory history = SqliteHistory.at(file)) {
      history.open("s", () -> "first");
      byte[] data = "x".getBytes(StandardCharsets.UTF_8);
      history.append(List.of(new Append("s", "a", "t", null, data, null, LOTS, false)));
    }
  }

  private void flip(int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }

  private void requireDamage() {
    requireDamage(file);
  }

  /** It is not opened, and the message says how it can be set aside; that succeeds. */
  static void requireDamage(Path file) {
    assertThatThrownBy(() -> SqliteHistory.at(file))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("was damaged")
        .hasMessageContaining("SET_ASIDE");
    try (SqliteHistory fresh =
        SqliteHistory.builder(file).onCorruption(OnCorruption.SET_ASIDE).open()) {
      assertThat(fresh.open("s", () -> "second")).isEqualTo(new StreamState("second", 0));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {USER_VERSION, APPLICATION_ID})
  void isFoundInTheHeader(int at) throws IOException {
    flip(at);

    requireDamage();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lineage (id",
        "stream (",
        "topic (",
        "event (",
        "keyed (",
        "head INTEGER",
        "PRIMARY KEY (topic"
      })
  void isFoundInTheListOfTables(String text) throws IOException {
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    flip(bytes.indexOf(text));

    requireDamage();
  }

  @Test
  void isFoundInARowsStream() throws Exception {
    try (Sql sql = Database.of(file, Durability.PROCESS).connect()) {
      sql.run("UPDATE topic SET stream = 7");
    }

    requireDamage();
  }

  @Test
  void isNotWhatAnotherVersionIs() throws Exception {
    try (Sql sql = Database.of(file, Durability.PROCESS).connect()) {
      sql.once("UPDATE lineage SET version = 99");
      sql.once("PRAGMA user_version = 99");
    }

    assertThatThrownBy(
            () -> SqliteHistory.builder(file).onCorruption(OnCorruption.SET_ASIDE).open())
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("was of version 99");
  }
}
