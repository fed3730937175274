package io.tidings.benchmarks.farewell;

import io.tidings.benchmarks.Arguments;
import io.tidings.benchmarks.Bench;
import io.tidings.benchmarks.Budget;
import io.tidings.benchmarks.harness.Median;
import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.process.LoadProcess;
import io.tidings.benchmarks.process.RowProcess;
import io.tidings.benchmarks.process.RunFailure;
import io.tidings.benchmarks.process.ServerRow;
import io.tidings.benchmarks.report.Figures;
import io.tidings.benchmarks.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long a server holds on to readers that have left while nothing was published. */
public final class FarewellBench implements Bench {

  private static final int READERS = 100;
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration ONE_EVENT = Duration.ofMillis(1);

  // Two of our heartbeats; a server that has not noticed by then is waiting for the next event.
  private static final Duration PATIENCE = Duration.ofSeconds(32);

  private static final Duration SLOW = Duration.ofSeconds(1);

  // The ways out that hand a connection over, one that does not, and the limit.
  private static final List<String> QUICK = List.of("tidings-jetty", "tidings-grizzly", "limit");

  @Override
  public String name() {
    return "farewell";
  }

  @Override
  public List<String> rows() {
    return ServerRow.names();
  }

  @Override
  public List<String> quickRows() {
    return QUICK;
  }

  @Override
  public Duration time(boolean quick) {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run(Arguments arguments, Budget budget, Report report) {
    try (LoadProcess client = LoadProcess.start()) {
      for (String row : arguments.rowsOf(this)) {
        report.progress("farewell: " + row);
        report.add(budget.spent() ? Figures.late(name(), row) : measure(row, client));
      }
    }
  }

  private Figures measure(String row, LoadProcess client) {
    try (RowProcess server = RowProcess.start(ServerRow.named(row), List.of("-Xmx512m"))) {
      open(server, client);
      client.closeReaders();
      server.flush(CONNECT); // the first readers of a cold server would tell of its class loading
      open(server, client);
      List<Long> notices = notices(server, client);
      client.closeReaders();
      return Figures.of(name(), row)
          .put("readers", READERS)
          .put("noticed", notices.size())
          .put("p50_ms", Median.cost(notices, FarewellBench::millis))
          .put(
              "max_ms",
              notices.stream().mapToDouble(FarewellBench::millis).max().orElse(Double.NaN));
    } catch (RunFailure failure) {
      return Figures.skipped(name(), row, String.valueOf(failure.getMessage()));
    }
  }

  /** One reader leaves after the other; a server that takes its time is asked once. */
  private static List<Long> notices(RowProcess server, LoadProcess client) {
    List<Long> notices = new ArrayList<>();
    for (int left = READERS - 1; left >= 0; left--) {
      long leaving = client.leave();
      Message noticed = server.farewell(left, PATIENCE);
      if (noticed.number("count") > left) {
        break;
      }
      notices.add(noticed.number("time") - leaving);
      if (notices.get(notices.size() - 1) > SLOW.toNanos()) {
        break;
      }
    }
    return notices;
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  private static void open(RowProcess server, LoadProcess client) {
    client.openAll(server, server.target().with("readers", READERS));
    server.publishPaced(1, ONE_EVENT);
    client.settle(READERS, QUIET, CONNECT);
  }
}
