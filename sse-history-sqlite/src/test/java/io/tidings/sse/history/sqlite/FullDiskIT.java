package io.tidings.sse.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidings.sse.hub.HistoryException;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk of 16 MB that fills up; skipped where nobody may mount one. */
@Timeout(120)
class FullDiskIT {

  @TempDir Path folder;
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    mounted = run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder.toString()) == 0;
    assumeTrue(
        mounted, "a disk of 16 MB needs mount (apt-get install mount) and the right to use it");
  }

  @AfterEach
  void unmount() throws Exception {
    if (mounted) {
      // Lazily, because a page that nobody waits for any more may still be read at this moment.
      assertThat(run("umount", "-l", folder.toString())).isZero();
    }
  }

  private static int run(String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      Process process = builder.start();
      return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (IOException e) {
      return -1; // a machine without the program
    }
  }

  @Test
  void publishingFailsClearlyAndGoesOnWhenThereIsRoomAgain() throws Exception {
    StreamDefinition stream = Stamped.stream(1_000_000);
    Path ballast = Files.write(folder.resolve("ballast"), new byte[4 << 20]);
    Hub hub = Hub.builder().history(SqliteHistory.at(folder.resolve("events.db"))).build();
    StreamPublisher publisher = hub.publisher(stream);
    Recorder live = Stamped.reader(hub, stream, null);
    live.step(1 << 16);
    live.step(1 << 16);

    int stored = 0;
    HistoryException full = null;
    while (full == null) {
      full = publish(publisher, stored);
      stored += full == null ? 1 : 0;
      live.step(1 << 20);
    }
    int refused = 1;
    for (int i = 0; i < 20; i++) {
      refused += publish(publisher, stored) == null ? 0 : 1;
    }
    live.readThrough(stored);
    assertThat(live.stamps.size()).isEqualTo(stored);
    Files.delete(ballast);
    for (int i = 0; i < 100; i++) {
      assertThat(publish(publisher, stored++)).isNull();
    }
    String last = publisher.topic(Stamped.TOPIC).lastEventId().orElseThrow();
    hub.close();

    System.out.printf("disk full: acknowledged=%d refused=%d%n", stored, refused);
    assertThat(full).hasMessageContaining("the disk is full").hasMessageContaining("stamps");
    assertThat(last).endsWith("-" + stored);
    try (Hub again = Hub.builder().history(SqliteHistory.at(folder.resolve("events.db"))).build()) {
      Recorder reader = Stamped.reader(again, stream, last.replaceAll("-.*", "-0"));
      reader.readThrough(stored);
      assertThat(reader.stamps.size()).isEqualTo(stored);
      assertThat(reader.lost).isEmpty();
    }
  }

  private static @Nullable HistoryException publish(StreamPublisher publisher, int n) {
    try {
      Stamped.publish(publisher, 0, n);
      return null;
    } catch (HistoryException e) {
      return e;
    }
  }
}
