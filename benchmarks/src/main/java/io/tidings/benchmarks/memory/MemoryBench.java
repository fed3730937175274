package io.tidings.benchmarks.memory;

import io.tidings.benchmarks.Arguments;
import io.tidings.benchmarks.Bench;
import io.tidings.benchmarks.Budget;
import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.process.LoadProcess;
import io.tidings.benchmarks.process.OpenFiles;
import io.tidings.benchmarks.process.RowProcess;
import io.tidings.benchmarks.process.RunFailure;
import io.tidings.benchmarks.process.ServerRow;
import io.tidings.benchmarks.report.Figures;
import io.tidings.benchmarks.report.Report;
import java.time.Duration;
import java.util.List;

/** Memory of each server with many idle readers, less what it needs without. */
public final class MemoryBench implements Bench {

  private static final int QUICK_READERS = 1_000;
  private static final int FULL_READERS = 10_000;
  private static final int FIRST_READERS = 200;
  private static final Duration SETTLE = Duration.ofSeconds(10);
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration ONE_EVENT = Duration.ofMillis(1);

  // A heap that is given back as soon as it is free, or what is resident would say nothing.
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx2g",
          "-XX:NativeMemoryTracking=summary",
          "-XX:MinHeapFreeRatio=5",
          "-XX:MaxHeapFreeRatio=10");

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<String> rows() {
    return ServerRow.names();
  }

  @Override
  public List<String> quickRows() {
    return ServerRow.quickNames();
  }

  @Override
  public Duration time(boolean quick) {
    return quick ? Duration.ofMinutes(2) : Duration.ofMinutes(8);
  }

  @Override
  public void run(Arguments arguments, Budget budget, Report report) {
    int readers = arguments.quick() ? QUICK_READERS : FULL_READERS;
    try (LoadProcess client = LoadProcess.start()) {
      for (String name : arguments.rowsOf(this)) {
        report.progress("memory: " + name + ", " + readers + " readers");
        report.add(measure(ServerRow.named(name), readers, client, budget));
      }
    }
  }

  private Figures measure(ServerRow row, int readers, LoadProcess client, Budget budget) {
    if (budget.spent()) {
      return Figures.late(name(), row.text());
    }
    try {
      OpenFiles.check(readers);
    } catch (RunFailure failure) {
      return Figures.skipped(name(), row.text(), String.valueOf(failure.getMessage()));
    }
    try (RowProcess server = RowProcess.start(row, OPTIONS)) {
      Message before = memoryWith(FIRST_READERS, server, client);
      Message after = memoryWith(readers, server, client);
      return figures(row, readers - FIRST_READERS, before, after).put("java", server.java());
    } catch (RunFailure failure) {
      return Figures.skipped(name(), row.text(), String.valueOf(failure.getMessage()));
    }
  }

  /** Memory while so many readers are there, each of which has got one event. */
  private static Message memoryWith(int readers, RowProcess server, LoadProcess client) {
    try {
      client.openAll(server, server.target().with("readers", readers));
      server.publishPaced(1, ONE_EVENT);
      client.settle(readers, QUIET, SETTLE);
      return server.memory();
    } finally {
      client.closeReaders();
      server.flush(SETTLE);
    }
  }

  private Figures figures(ServerRow row, int readers, Message before, Message after) {
    return Figures.of(name(), row.text())
        .put("readers", readers)
        .put("heap_bytes_per_reader", each("heap", readers, before, after))
        .put("native_bytes_per_reader", each("native", readers, before, after))
        .put("rss_bytes_per_reader", each("rss", readers, before, after));
  }

  private static Long each(String name, int readers, Message before, Message after) {
    return (after.number(name) - before.number(name)) / readers;
  }
}
