package io.tidings.sse.history.sqlite;

import io.tidings.sse.history.HistoryContract;
import io.tidings.sse.hub.History;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteHistoryTest extends HistoryContract {

  @TempDir Path folder;

  @Override
  protected History open() {
    return SqliteHistory.at(folder.resolve("events.db"));
  }
}
