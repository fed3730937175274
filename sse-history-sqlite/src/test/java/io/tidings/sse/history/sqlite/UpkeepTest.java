package io.tidings.sse.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.History.Append;
import io.tidings.sse.hub.History.TopicState;
import io.tidings.sse.hub.ReplayPolicy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes from the file by itself, and what stays. */
class UpkeepTest {

  private static final ReplayPolicy MINUTE =
      new ReplayPolicy(1000, 1 << 20, Duration.ofMinutes(1), 0);

  private static final ReplayPolicy FOR_EVER = new ReplayPolicy(1000, 1 << 20, null, 0);

  @TempDir Path folder;
  private final AtomicLong now = new AtomicLong(1_000_000);
  private @Nullable SqliteHistory opened;

  private SqliteHistory history() {
    SqliteHistory known = opened;
    if (known == null) {
      known =
          SqliteHistory.builder(folder.resolve("events.db"))
              .clock(() -> Instant.ofEpochMilli(now.get()))
              .open();
      known.open("s", () -> "e1");
      opened = known;
    }
    return known;
  }

  @AfterEach
  void close() {
    history().close();
    opened = null;
  }

  private void append(String topic, ReplayPolicy retention, int bytes, boolean last) {
    history()
        .append(List.of(new Append("s", topic, "t", null, new byte[bytes], null, retention, last)));
  }

  private void pass(Duration time) {
    now.addAndGet(time.toMillis());
    history().upkeep().sweep();
  }

  private long rows(String table) throws SQLException {
    return history().writer().number("SELECT count(*) FROM " + table);
  }

  private int kept(String topic) {
    return history().page("s", topic, 0, Integer.MAX_VALUE, Long.MAX_VALUE).events().size();
  }

  @Test
  void whatIsTooOldGoesFromTheFile() throws Exception {
    append("a", MINUTE, 1, false);
    pass(Duration.ofSeconds(40));
    append("a", MINUTE, 1, false);
    append("for ever", FOR_EVER, 1, false);
    assertThat(rows("event")).isEqualTo(3);

    pass(Duration.ofSeconds(40));

    assertThat(rows("event")).isEqualTo(2);
    assertThat(kept("a")).isEqualTo(1);
    assertThat(history().topic("s", "a")).isEqualTo(new TopicState(2, 1, false));
  }

  @Test
  void whatIsTooMuchGoesFromTheFile() throws Exception {
    ReplayPolicy kilobyte = new ReplayPolicy(1000, 1024, Duration.ofMinutes(1), 0);
    for (int i = 0; i < 100; i++) {
      append("a", kilobyte, 100, false);
    }

    assertThat(rows("event")).isBetween(10L, 12L);
    pass(Duration.ofSeconds(1));

    assertThat(rows("event")).isEqualTo(10);
    assertThat(kept("a")).isEqualTo(10);
  }

  @Test
  void aTopicWithoutEventsIsForgottenAndComesBackWithWhatItMayHaveLost() throws Exception {
    append("a", MINUTE, 1, false);
    append("a", ReplayPolicy.NONE, 1, false);
    pass(Duration.ofSeconds(59));
    assertThat(history().topics("s")).containsExactly("a");

    pass(Duration.ofSeconds(2));

    assertThat(history().topics("s")).isEmpty();
    assertThat(rows("topic")).isZero();
    assertThat(rows("event")).isZero();
    assertThat(history().topic("s", "a").floor()).isEqualTo(2);
    append("a", MINUTE, 1, false);
    assertThat(history().page("s", "a", 0, 9, 9).events().get(0).prev()).isEqualTo(2);
  }

  @Test
  void aTopicThatIsCompletedStaysSo() throws Exception {
    append("a", MINUTE, 1, false);
    append("a", MINUTE, 1, true);
    append("b", ReplayPolicy.NONE, 1, true);

    pass(Duration.ofDays(1));
    close();

    for (String topic : List.of("a", "b")) {
      assertThat(history().topic("s", topic).completed()).isTrue();
      assertThat(kept(topic)).isEqualTo(1);
    }
    assertThat(rows("event")).isEqualTo(2);
  }
}
