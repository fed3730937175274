package io.tidings.benchmarks.fanout;

import io.tidings.benchmarks.process.RowProcess;
import io.tidings.benchmarks.process.ServerRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The servers of a run: started when first needed, kept warm, replaced when they have failed. */
final class Servers implements AutoCloseable {

  private static final List<String> OPTIONS = List.of("-Xmx1g");

  private final Map<ServerRow, RowProcess> running = new EnumMap<>(ServerRow.class);

  boolean isRunning(ServerRow row) {
    return running.containsKey(row);
  }

  RowProcess get(ServerRow row) {
    return running.computeIfAbsent(row, absent -> RowProcess.start(absent, OPTIONS));
  }

  /** Ends a server that can be trusted no more. */
  void discard(ServerRow row) {
    RowProcess failed = running.remove(row);
    if (failed != null) {
      failed.close();
    }
  }

  @Override
  public void close() {
    running.values().forEach(RowProcess::close);
  }
}
