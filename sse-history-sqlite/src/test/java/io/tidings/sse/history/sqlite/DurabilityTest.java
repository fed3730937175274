package io.tidings.sse.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.History;
import io.tidings.sse.hub.History.Append;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.ReplayPolicy;
import io.tidings.sse.hub.StreamPublisher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What has happened to an event when its publish returns. */
class DurabilityTest {

  private static final ReplayPolicy LOTS = new ReplayPolicy(100_000, 1 << 30, null, 0);

  @TempDir Path folder;

  private SqliteHistory open(Durability durability) {
    return SqliteHistory.builder(folder.resolve("events.db"))
        .durability(durability)
        .interval(Duration.ofDays(1))
        .open();
  }

  private static void append(SqliteHistory history, String key) {
    byte[] data = "x".getBytes(StandardCharsets.UTF_8);
    history.append(List.of(new Append("s", "a", "t", null, data, key, LOTS, false)));
  }

  /** As SQLite numbers them: 1 leaves the log of changes to the system, 2 brings it to the disk. */
  @ParameterizedTest
  @CsvSource({"PROCESS, 1", "INTERVAL, 1", "ALWAYS, 2"})
  void asksTheDiskForEachCommitIfItIsTo(Durability durability, long synchronous) throws Exception {
    try (SqliteHistory history = open(durability)) {
      assertThat(history.writer().number("PRAGMA synchronous")).isEqualTo(synchronous);
      assertThat(history.writer().number("PRAGMA fullfsync")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Durability.class)
  void anAcknowledgedEventIsCommittedWhateverTheDurability(Durability durability) throws Exception {
    try (SqliteHistory history = open(durability);
        Hub hub = Hub.builder().history(history).build();
        Sql other = Database.of(folder.resolve("events.db"), durability).connect()) {
      StreamPublisher publisher = hub.publisher(Stamped.stream(1000));
      for (int i = 0; i < 20; i++) {
        Stamped.publish(publisher, 0, i);

        assertThat(other.number("SELECT count(*) FROM event")).isEqualTo(i + 1);
      }
    }
  }

  @Test
  void publishersAtTheSameTimeShareACommit() throws Exception {
    int each = 200;
    try (SqliteHistory history = open(Durability.ALWAYS);
        Hub hub = Hub.builder().history(history).build()) {
      StreamPublisher into = hub.publisher(Stamped.stream(10_000));
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int publisher = i;
        threads.add(new Thread(() -> publish(into, publisher, each)));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }

      assertThat(history.writer().number("SELECT count(*) FROM event")).isEqualTo(8L * each);
      assertThat(history.writer().number("SELECT commits FROM stream")).isLessThan(8L * each);
    }
  }

  private static void publish(StreamPublisher into, int publisher, int each) {
    for (int n = 0; n < each; n++) {
      Stamped.publish(into, publisher, n);
    }
  }

  /** What is in the file without its log was asked to be on the disk. */
  @Test
  void anIntervalBringsWhatWasStoredToTheDisk() throws Exception {
    try (SqliteHistory history = open(Durability.INTERVAL)) {
      history.open("s", () -> "e1");
      append(history, "first");
      assertThat(eventsOnDisk()).isZero();

      history.upkeep().sync();

      assertThat(eventsOnDisk()).isEqualTo(1);
    }
  }

  private long eventsOnDisk() throws Exception {
    Path copy = folder.resolve("copy.db");
    Files.deleteIfExists(copy);
    Files.copy(folder.resolve("events.db"), copy);
    try (Sql sql = Database.of(copy, Durability.PROCESS).connect()) {
      return sql.number("SELECT count(*) FROM sqlite_master") == 0
          ? 0
          : sql.number("SELECT count(*) FROM event");
    }
  }

  @Test
  void remembersAsManyKeysAsItSaysAndNoMore() throws SQLException {
    try (SqliteHistory history = open(Durability.PROCESS)) {
      history.open("s", () -> "e1");
      List<Append> many = new ArrayList<>();
      byte[] data = "x".getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < History.KEYS + 500; i++) {
        many.add(new Append("s", "a", "t", null, data, "k" + i, LOTS, false));
      }
      history.append(many);

      assertThat(history.writer().number("SELECT count(*) FROM keyed")).isEqualTo(History.KEYS);
      append(history, "k500");
      assertThat(history.topic("s", "a").head()).isEqualTo(History.KEYS + 500);
      append(history, "k499");
      assertThat(history.topic("s", "a").head()).isEqualTo(History.KEYS + 501);
    }
  }
}
