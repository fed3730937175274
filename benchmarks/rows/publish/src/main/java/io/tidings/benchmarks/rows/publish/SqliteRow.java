package io.tidings.benchmarks.rows.publish;

import io.tidings.benchmarks.harness.PublishRow;
import io.tidings.sse.history.sqlite.Durability;
import io.tidings.sse.history.sqlite.SqliteHistory;
import io.tidings.sse.hub.Hub;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The newest events of a topic in a file, by eight publishers. */
abstract class SqliteRow implements PublishRow {

  private final Durability durability;
  private @Nullable Path folder;
  private @Nullable Hub hub;
  private @Nullable Kept kept;

  SqliteRow(Durability durability) {
    this.durability = durability;
  }

  @Override
  public int threads() {
    return 8;
  }

  @Override
  public void start() throws IOException {
    // On the disk that the benchmark was started on: what lies in /tmp may be memory.
    Path made = Files.createTempDirectory(Path.of("").toAbsolutePath(), "history");
    SqliteHistory history =
        SqliteHistory.builder(made.resolve("events.db")).durability(durability).open();
    Hub started = Hub.builder().history(history).build();
    folder = made;
    hub = started;
    kept = new KeptPublisher(started);
  }

  @Override
  public void publish(String data) {
    Kept into = kept;
    if (into == null) {
      throw new IllegalStateException("row must be started before it publishes; was not");
    }
    into.price(data);
  }

  @Override
  public void stop() throws IOException {
    Hub running = hub;
    Path made = folder;
    if (running != null && made != null) {
      running.close();
      try (var files = Files.list(made)) {
        files.map(Path::toFile).forEach(File::delete);
      }
      Files.delete(made);
    }
  }
}
