package io.tidings.sse.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.hub.History.Append;
import io.tidings.sse.hub.History.Stored;
import io.tidings.sse.hub.History.StreamState;
import io.tidings.sse.hub.HistoryException;
import io.tidings.sse.hub.ReplayPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may happen to a history's file. */
class HistoryFileTest {

  private static final ReplayPolicy LOTS = new ReplayPolicy(100_000, 1 << 30, null, 0);

  @TempDir Path folder;
  private Path file = Path.of("");
  private final AtomicInteger epochs = new AtomicInteger();

  @BeforeEach
  void name() {
    file = folder.resolve("events.db");
  }

  private String epoch() {
    return "e" + epochs.incrementAndGet();
  }

  private StreamState open(SqliteHistory history) {
    return history.open("s", this::epoch);
  }

  private static void append(SqliteHistory history, String topic, int from, int to) {
    append(history, topic, from, to, LOTS);
  }

  private static void append(
      SqliteHistory history, String topic, int from, int to, ReplayPolicy retention) {
    IntStream.rangeClosed(from, to)
        .mapToObj(i -> ("p" + i).getBytes(StandardCharsets.UTF_8))
        .map(data -> new Append("s", topic, "price", null, data, null, retention, false))
        .forEach(event -> history.append(List.of(event)));
  }

  private static List<String> texts(SqliteHistory history, String topic) {
    return history.page("s", topic, 0, Integer.MAX_VALUE, Long.MAX_VALUE).events().stream()
        .map(Stored::data)
        .map(data -> new String(data, StandardCharsets.UTF_8))
        .toList();
  }

  private void copy(String from, String to) throws IOException {
    Files.copy(folder.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void isRefusedToASecondUser() {
    try (SqliteHistory first = SqliteHistory.at(file)) {
      open(first);

      assertThatThrownBy(() -> SqliteHistory.at(file))
          .isInstanceOf(HistoryException.class)
          .hasMessageContaining("must be used by one process")
          .hasMessageContaining("events.db");
    }
    SqliteHistory.at(file).close();
  }

  @Test
  void keepsItsEpochFromOneStartToTheNext() {
    try (SqliteHistory history = SqliteHistory.at(file)) {
      open(history);
      append(history, "a", 1, 10);
    }
    try (SqliteHistory again = SqliteHistory.at(file)) {
      assertThat(open(again)).isEqualTo(new StreamState("e1", 10));
      again.append(List.of());
    }
    try (SqliteHistory again = SqliteHistory.at(file)) {
      assertThat(open(again)).isEqualTo(new StreamState("e1", 10));
    }
  }

  @Test
  void beginsANewEpochWhenItWasRestoredFromAnOlderCopy() throws IOException {
    try (SqliteHistory history = SqliteHistory.at(file)) {
      open(history);
      append(history, "a", 1, 10);
    }
    copy("events.db", "copy.db");
    try (SqliteHistory history = SqliteHistory.at(file)) {
      open(history);
      append(history, "a", 11, 20);
    }
    copy("copy.db", "events.db");

    try (SqliteHistory restored = SqliteHistory.at(file)) {
      assertThat(open(restored)).isEqualTo(new StreamState("e2", 10));
      assertThat(texts(restored, "a")).hasSize(10);
    }
  }

  @Test
  void beginsANewEpochWithoutItsGuardAndWhenAsked() throws IOException {
    try (SqliteHistory history = SqliteHistory.at(file)) {
      open(history);
      append(history, "a", 1, 10);
    }
    Files.delete(folder.resolve("events.db-guard"));
    try (SqliteHistory history = SqliteHistory.at(file)) {
      assertThat(open(history).epoch()).isEqualTo("e2");
    }
    try (SqliteHistory history = SqliteHistory.builder(file).newEpoch().open()) {
      assertThat(open(history).epoch()).isEqualTo("e3");
    }
  }

  @Test
  void refusesAFileOfSomethingElseAndOneOfAnotherVersion() throws Exception {
    SqliteHistory.at(file).close();
    Database database = Database.of(file, Durability.PROCESS);
    try (Sql sql = database.connect()) {
      sql.once("UPDATE lineage SET version = 99");
      sql.once("PRAGMA user_version = 99");
    }

    assertThatThrownBy(() -> SqliteHistory.at(file))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("of version 2; was of version 99");
  }

  @Test
  void saysThatItIsDamagedOrSetsItAside() throws IOException {
    Files.write(
        file, "this is no database, and never was one".repeat(50).getBytes(StandardCharsets.UTF_8));

    DamagedSchemaTest.requireDamage(file);
    try (SqliteHistory fresh = SqliteHistory.at(file)) {
      open(fresh);
      append(fresh, "a", 1, 1);
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .anyMatch(name -> name.startsWith("events.db.damaged-"));
    }
  }

  @Test
  void isDamagedWhenTheRowOfATopicIsNotAsItWasWritten() throws Exception {
    try (SqliteHistory history = SqliteHistory.at(file)) {
      open(history);
      append(history, "a", 1, 3);
      append(history, "b", 4, 4);
    }
    try (Sql sql = Database.of(file, Durability.PROCESS).connect()) {
      sql.run("UPDATE topic SET head = head + 64 WHERE path = 'b'");
    }

    assertThatThrownBy(() -> SqliteHistory.at(file))
        .isInstanceOf(HistoryException.class)
        .hasMessageContaining("was damaged")
        .hasMessageContaining("SET_ASIDE")
        .hasStackTraceContaining("row of topic");
    try (SqliteHistory fresh =
        SqliteHistory.builder(file).onCorruption(OnCorruption.SET_ASIDE).open()) {
      assertThat(open(fresh)).isEqualTo(new StreamState("e2", 0));
      append(fresh, "b", 1, 1);
      assertThat(texts(fresh, "b")).containsExactly("p1");
    }
  }

  @Test
  void leavesOutAnEventThatIsNotAsItWasWritten() throws Exception {
    try (SqliteHistory history = SqliteHistory.at(file)) {
      open(history);
      append(history, "a", 1, 3);
      history.writer().run("UPDATE event SET data = ? WHERE sequence = 2", new byte[] {1});

      assertThat(texts(history, "a")).containsExactly("p1", "p3");
    }
  }

  @Test
  void dropsWhatIsTooOld() {
    ReplayPolicy brief = new ReplayPolicy(1000, 1 << 20, Duration.ofMinutes(1), 0);
    AtomicLong now = new AtomicLong();
    InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    try (SqliteHistory history = SqliteHistory.builder(file).clock(clock).open()) {
      open(history);
      append(history, "a", 1, 1, brief);
      now.addAndGet(Duration.ofSeconds(61).toMillis());

      assertThat(texts(history, "a")).isEmpty();
      assertThat(history.page("s", "a", 0, 1, 1).floor()).isEqualTo(1);
    }
  }

  @Test
  void goesOnInOrderWhenTheClockIsSetBack() {
    ReplayPolicy hours = new ReplayPolicy(1000, 1 << 20, Duration.ofHours(2), 0);
    AtomicLong now = new AtomicLong(Instant.parse("2026-01-01T12:00:00Z").toEpochMilli());
    InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    try (SqliteHistory history = SqliteHistory.builder(file).clock(clock).open()) {
      open(history);
      append(history, "a", 1, 2, hours);
      now.addAndGet(Duration.ofHours(-1).toMillis());
      append(history, "a", 3, 4, hours);

      assertThat(texts(history, "a")).containsExactly("p1", "p2", "p3", "p4");
      assertThat(history.topic("s", "a").head()).isEqualTo(4);
    }
    now.addAndGet(Duration.ofMinutes(150).toMillis());
    try (SqliteHistory again = SqliteHistory.builder(file).clock(clock).open()) {
      assertThat(open(again)).isEqualTo(new StreamState("e1", 4));
      assertThat(texts(again, "a")).containsExactly("p1", "p2", "p3", "p4");
      now.addAndGet(Duration.ofHours(1).toMillis());
      assertThat(texts(again, "a")).isEmpty();
      append(again, "a", 5, 5, hours);
      assertThat(again.topic("s", "a").head()).isEqualTo(5);
    }
  }

  @Test
  void keepsTheFileFromGrowing() throws Exception {
    ReplayPolicy ten = new ReplayPolicy(10, 1 << 20, null, 0);
    try (SqliteHistory history = SqliteHistory.at(file)) {
      open(history);
      append(history, "a", 1, 1000, ten);

      assertThat(history.writer().number("SELECT count(*) FROM event")).isBetween(10L, 12L);
    }
  }

  @Test
  void saysThatTheDiskIsFullAndGoesOnWhenItIsNot() throws Exception {
    try (SqliteHistory history = SqliteHistory.at(file)) {
      open(history);
      append(history, "a", 1, 1);
      history.writer().once("PRAGMA max_page_count = 20");
      byte[] large = new byte[1 << 20];
      Append event = new Append("s", "a", "price", null, large, null, LOTS, false);

      assertThatThrownBy(() -> history.append(List.of(event)))
          .isInstanceOf(HistoryException.class)
          .hasMessageContaining("disk is full");

      history.writer().once("PRAGMA max_page_count = 100000");
      append(history, "a", 2, 2);
      assertThat(texts(history, "a")).containsExactly("p1", "p2");
      assertThat(history.topic("s", "a").head()).isEqualTo(2);
    }
  }
}
