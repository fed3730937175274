package io.tidings.sse.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hub on a file that was cut or flipped, and that may set it aside: it always starts, and a
 * reader that comes back gets what it missed or is told that it cannot; never garbage.
 */
@Timeout(180)
class DamagedHubIT {

  private static final int EVENTS = 400;
  private static final int SEEN = 100;
  private static final int ROUNDS = 150;

  /** After all that was damaged. */
  private static final int NEW = EVENTS + 1;

  @TempDir Path folder;
  private final StreamDefinition stream = Stamped.stream(100_000);
  private KilledFiles files;
  private String lastId = "";
  private int wholes;
  private int gaps;
  private int asides;

  @BeforeEach
  void publish() throws Exception {
    files = new KilledFiles(folder, 5);
    try (SqliteHistory history = SqliteHistory.at(files.living());
        Hub hub = Hub.builder().history(history).build()) {
      StreamPublisher publisher = hub.publisher(stream);
      for (int n = 0; n < EVENTS; n++) {
        Stamped.publish(publisher, 0, n);
        if (n == SEEN - 1) {
          lastId = publisher.topic(Stamped.TOPIC).lastEventId().orElseThrow();
        }
        if (n == EVENTS / 2) {
          history.upkeep().sync();
        }
      }
      files.kill();
    }
  }

  @Test
  void aFileThatWasCut() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      files.cut(round % KilledFiles.PARTS);
      comeBack();
    }
    report("cut");
  }

  @Test
  void aFileWithAByteThatIsAnother() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      files.flip(round);
      comeBack();
    }
    report("flipped");
  }

  private void report(String what) {
    System.out.printf(
        "%s, through a hub: whole=%d gaps=%d set aside=%d%n", what, wholes, gaps, asides);
    assertThat(wholes + gaps).isEqualTo(ROUNDS);
    assertThat(asides).isPositive();
  }

  private void comeBack() throws IOException {
    Path file = files.damaged();
    try (Hub hub =
        Hub.builder()
            .history(SqliteHistory.builder(file).onCorruption(OnCorruption.SET_ASIDE).open())
            .build()) {
      StreamPublisher publisher = hub.publisher(stream);
      Stamped.publish(publisher, 0, NEW);
      String newest = publisher.topic(Stamped.TOPIC).lastEventId().orElseThrow();
      Recorder reader = Stamped.reader(hub, stream, lastId);
      reader.readThrough(Long.parseLong(newest.substring(newest.lastIndexOf('-') + 1)));
      check(reader);
    }
    asides += files.hasSetAside() ? 1 : 0;
  }

  private void check(Recorder reader) {
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < reader.stamps.size(); i++) {
      int number = Stamped.numberOf(reader.stamps.get(i));
      assertThat(number < EVENTS || number == NEW).isTrue();
      if (number < EVENTS) {
        assertThat(reader.sequences.get(i)).isEqualTo(number + 1L);
      }
      seen.add(number);
    }
    assertThat(seen).contains(NEW);
    boolean isWhole = true;
    for (int n = SEEN; n < EVENTS; n++) {
      isWhole &= seen.contains(n);
    }
    wholes += reader.lost.isEmpty() ? 1 : 0;
    gaps += reader.lost.isEmpty() ? 0 : 1;
    assertThat(isWhole || !reader.lost.isEmpty()).isTrue();
  }
}
