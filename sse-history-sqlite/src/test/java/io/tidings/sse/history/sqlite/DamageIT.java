package io.tidings.sse.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.History.Append;
import io.tidings.sse.hub.History.Stored;
import io.tidings.sse.hub.History.StreamState;
import io.tidings.sse.hub.HistoryException;
import io.tidings.sse.hub.ReplayPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file that was cut or flipped: it works, or it says what is wrong; readers never get garbage.
 */
@Timeout(180)
class DamageIT {

  private static final int EVENTS = 600;
  private static final int ROUNDS = 150;
  private static final ReplayPolicy LOTS = new ReplayPolicy(100_000, 1 << 30, null, 0);

  @TempDir Path folder;
  private KilledFiles files;
  private int worked;
  private int refused;
  private int newEpochs;
  private int begun;

  @BeforeEach
  void publish() throws Exception {
    files = new KilledFiles(folder, 3);
    try (SqliteHistory history = SqliteHistory.at(files.living())) {
      history.open("s", () -> "first");
      for (int i = 1; i <= EVENTS; i++) {
        String topic = i % 3 == 0 ? "b" : "a";
        byte[] data = (i + " of " + topic + "-".repeat(100)).getBytes(StandardCharsets.UTF_8);
        history.append(List.of(new Append("s", topic, "t", null, data, null, LOTS, false)));
        if (i == EVENTS / 2) {
          history.database().checkpoint();
        }
      }
      files.kill();
    }
  }

  @Test
  void aFileThatWasCutAnywhere() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      files.cut(round % 2);
      tryIt();
    }
    print("cut");
    assertThat(worked).isPositive();
    assertThat(refused).isPositive();
    assertThat(newEpochs).isPositive();
    assertThat(begun).isEqualTo(refused);
  }

  @Test
  void aFileWithAByteThatIsAnother() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      files.flip(round);
      tryIt();
    }
    print("flipped");
    assertThat(worked).isPositive();
    assertThat(refused).isPositive();
    assertThat(begun).isEqualTo(refused);
  }

  private void print(String damage) {
    System.out.printf(
        "%s: worked=%d refused=%d new epochs=%d begun anew=%d%n",
        damage, worked, refused, newEpochs, begun);
  }

  private void tryIt() {
    Path file = files.damaged();
    try (SqliteHistory history = SqliteHistory.at(file)) {
      StreamState state = history.open("s", () -> "second");
      List<Stored> events = new ArrayList<>();
      events.addAll(read(history, "a"));
      events.addAll(read(history, "b"));
      events.forEach(DamageIT::requirePublished);
      if (state.head() < EVENTS) {
        assertThat(state.epoch()).isEqualTo("second");
      }
      newEpochs += state.epoch().equals("second") ? 1 : 0;
      worked++;
    } catch (HistoryException e) {
      assertThat(e).hasMessageContaining("events.db");
      refused++;
      begin(file);
    }
  }

  private static List<Stored> read(SqliteHistory history, String topic) {
    return history.page("s", topic, 0, Integer.MAX_VALUE, Long.MAX_VALUE).events();
  }

  private static void requirePublished(Stored event) {
    String topic = event.sequence() % 3 == 0 ? "b" : "a";
    assertThat(new String(event.data(), StandardCharsets.UTF_8))
        .isEqualTo(event.sequence() + " of " + topic + "-".repeat(100));
  }

  /** What is refused can be set aside, and what is published then is kept under a new epoch. */
  private void begin(Path file) {
    try (SqliteHistory fresh =
        SqliteHistory.builder(file).onCorruption(OnCorruption.SET_ASIDE).open()) {
      assertThat(fresh.open("s", () -> "third").epoch()).isEqualTo("third");
      fresh.append(List.of(new Append("s", "c", "t", null, new byte[] {7}, null, LOTS, false)));
      assertThat(read(fresh, "c")).singleElement().extracting(Stored::sequence).isEqualTo(1L);
      begun++;
    }
  }
}
