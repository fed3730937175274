package io.tidings.benchmarks.blocker;

import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.process.LoadProcess;
import io.tidings.benchmarks.process.Processes;
import io.tidings.benchmarks.process.RowProcess;
import io.tidings.benchmarks.process.ServerRow;
import java.time.Duration;
import java.util.List;

/** One server, its readers and a steady stream of events. */
final class Stage implements AutoCloseable {

  private static final Duration SETTLE = Duration.ofSeconds(3);
  private static final Duration QUIET = Duration.ofSeconds(1);

  private final Processes processes;
  private final RowProcess server;
  private final LoadProcess client;
  private final int readers;
  private final int rate;

  private Stage(Processes processes, int readers, int rate) {
    this.processes = processes;
    this.server = processes.add(RowProcess.start(ServerRow.BLOCKABLE, List.of("-Xmx1g")));
    this.client = processes.add(LoadProcess.start());
    this.readers = readers;
    this.rate = rate;
  }

  static Stage open(int readers, int rate) {
    Processes processes = new Processes();
    try {
      Stage stage = new Stage(processes, readers, rate);
      stage.open();
      return stage;
    } catch (RuntimeException failure) {
      processes.close();
      throw failure;
    }
  }

  private void open() {
    client.openAll(server, server.target().with("readers", readers));
  }

  /** Publishes for so long, and returns what the readers say. */
  Played play(Duration time) {
    client.mark();
    Message published = server.publishPaced(rate, time);
    long expected = published.number("planned") * readers;
    return new Played(expected, client.settle(expected, QUIET, SETTLE));
  }

  int port() {
    return (int) server.target().number("port");
  }

  int readers() {
    return readers;
  }

  int rate() {
    return rate;
  }

  @Override
  public void close() {
    processes.close();
  }

  /** What was to arrive, and what has. */
  record Played(long expected, Message settled) {

    double millis(String percentile) {
      return settled.number(percentile) / 1_000.0;
    }
  }
}
