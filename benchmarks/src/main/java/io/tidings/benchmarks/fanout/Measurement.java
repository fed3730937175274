package io.tidings.benchmarks.fanout;

import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.process.LoadProcess;
import io.tidings.benchmarks.process.RowProcess;
import io.tidings.benchmarks.process.StolenTime;
import io.tidings.benchmarks.report.Figures;
import java.time.Duration;
import java.util.OptionalLong;

/** One load on one server: readers come, a warm-up, the measured time, readers go. */
final class Measurement {

  private static final Duration SETTLE = Duration.ofSeconds(3);
  private static final Duration QUIET = Duration.ofSeconds(2);
  private static final Duration FLUSH = Duration.ofSeconds(6);

  /** How long a warm-up goes on, step by step, because the server's compiler is still at work. */
  private static final Duration LONGEST_COMPILING = Duration.ofSeconds(3);

  private static final Duration STEP = Duration.ofMillis(500);

  /** A compiler that takes less than this part of one processor is not in the way. */
  private static final double BUSY = 0.1;

  private final RowProcess server;
  private final LoadProcess client;
  private final Load load;

  Measurement(RowProcess server, LoadProcess client, Load load) {
    this.server = server;
    this.client = client;
    this.load = load;
  }

  /**
   * A crowd that comes, reads and goes, before the first that is measured: when it goes, what was
   * compiled for its coming turns out to be wrong, and no server meets its first crowd for long.
   */
  void rehearse(Duration time) {
    try {
      open();
      warmUpStep(time);
    } finally {
      client.closeReaders();
    }
    server.flush(FLUSH);
  }

  /** Measures, puts the figures, and returns whether the server has let go of all readers. */
  boolean run(Duration warmUp, Figures figures) {
    try {
      open();
      warmUp(warmUp);
      long heap = heapWhenStuck();
      Message marked = client.mark();
      measure(marked, figures);
      if (load.mode() == Mode.STUCK) {
        figures.put("heap_kb_before", heap / 1_024).put("heap_kb_after", heapWhenStuck() / 1_024);
      }
    } finally {
      client.closeReaders();
    }
    return server.flush(FLUSH) == 0;
  }

  /** After a collection, which other loads are spared. */
  private long heapWhenStuck() {
    return load.mode() == Mode.STUCK ? server.memory().number("heap") : 0;
  }

  private void open() {
    Message target =
        server
            .target()
            .with("readers", load.readers())
            .with("stuck", load.stuck())
            .with("every", load.every())
            .with("acks", load.mode().window() > 0 ? server.acks() : 0);
    client.openAll(server, target);
  }

  private void measure(Message marked, Figures figures) {
    if (load.mode() == Mode.CHURN) {
      client.churn(load.rate());
    }
    StolenTime stolenBefore = StolenTime.soFar();
    Message published = publish(load.rate(), load.time());
    if (load.mode() == Mode.CHURN) {
      client.churn(0);
    }
    long expected = published.number("planned") * load.steady();
    Message settled = client.settle(expected, QUIET, SETTLE);
    OptionalLong stolen = StolenTime.soFar().since(stolenBefore);
    put(figures, published, settled, server.figures());
    putRates(figures, published, settled);
    double clientCpu = settled.number("cpu") - marked.number("cpu");
    figures.put("client_cpu_us_per_delivery", micros(clientCpu / settled.number("delivered")));
    stolen.ifPresent(millis -> figures.put("stolen_ms", millis));
  }

  private void put(Figures figures, Message published, Message settled, Message process) {
    long delivered = settled.number("delivered");
    double cpu = process.number("cpu") - published.number("cpu_before");
    figures
        .put("rate", load.rate())
        .put("expected", published.number("planned") * load.steady())
        .put("delivered", delivered)
        .put("threads", process.number("threads"))
        .put("publisher_ns", published.number("publisher_ns"))
        .put("publisher_cpu_ns", published.number("publisher_cpu_ns"))
        .put("deliveries_per_s", 0.0)
        .put("cpu_us_per_delivery", micros(cpu / delivered))
        .put("compiler_ms", published.number("compiled_ms"))
        .put("p50_ms", settled.number("p50_us") / 1_000.0)
        .put("p99_ms", settled.number("p99_us") / 1_000.0)
        .put("errors", settled.number("errors"));
  }

  private void putRates(Figures figures, Message published, Message settled) {
    double seconds = (settled.number("last") - published.number("began")) / 1e9;
    figures.put("deliveries_per_s", settled.number("delivered") / seconds);
    if (load.mode().window() > 0) {
      figures.put("rate", Math.round(published.number("events") / seconds));
    }
  }

  private static double micros(double nanos) {
    return nanos / 1_000;
  }

  private void warmUp(Duration time) {
    Duration compiling = Duration.ZERO;
    boolean isBusy = warmUpStep(time);
    while (isBusy && compiling.compareTo(LONGEST_COMPILING) < 0) {
      isBusy = warmUpStep(STEP);
      compiling = compiling.plus(STEP);
    }
  }

  /** Whether the server's compiler was busy. */
  private boolean warmUpStep(Duration time) {
    Message published = publish(load.warmUpRate(), time);
    client.settle(published.number("events") * load.steady(), QUIET, SETTLE);
    return published.number("compiled_ms") > BUSY * time.toMillis();
  }

  private Message publish(int rate, Duration time) {
    return load.mode().window() > 0
        ? server.publishWindowed(load.mode().window(), time)
        : server.publishPaced(rate, time);
  }
}
