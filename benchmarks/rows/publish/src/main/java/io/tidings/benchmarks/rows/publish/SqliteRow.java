package io.tidings.benchmarks.rows.publish;

import io.tidings.benchmarks.harness.PublishRow;
import io.tidings.benchmarks.harness.ScratchFolder;
import io.tidings.sse.history.sqlite.Durability;
import io.tidings.sse.history.sqlite.SqliteHistory;
import io.tidings.sse.hub.Hub;
import org.jspecify.annotations.Nullable;

/** The newest events of a topic in a file, by eight publishers. */
abstract class SqliteRow implements PublishRow {

  private final Durability durability;
  private @Nullable ScratchFolder folder;
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
  public void start() {
    ScratchFolder made = ScratchFolder.named("history");
    SqliteHistory history =
        SqliteHistory.builder(made.path().resolve("events.db")).durability(durability).open();
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
  public void stop() {
    Hub running = hub;
    ScratchFolder made = folder;
    if (running != null && made != null) {
      running.close();
      made.close();
    }
  }
}
