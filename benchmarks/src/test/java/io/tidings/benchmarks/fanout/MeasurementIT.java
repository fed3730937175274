package io.tidings.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.benchmarks.process.LoadProcess;
import io.tidings.benchmarks.process.RowProcess;
import io.tidings.benchmarks.process.ServerRow;
import io.tidings.benchmarks.report.Figures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeasurementIT {

  private static final int READERS = 20;
  private static final Duration TIME = Duration.ofMillis(300);
  private static final Duration WARM_UP = Duration.ofMillis(100);

  private LoadProcess client;
  private RowProcess server;

  @BeforeAll
  void start() {
    client = LoadProcess.start();
    server = RowProcess.start(ServerRow.LIMIT, List.of("-Xmx64m"));
  }

  @AfterAll
  void stop() {
    server.close();
    client.close();
  }

  @Test
  void deliversEveryEventInLockstep() {
    Figures figures = measure(new Load(Mode.LOCKSTEP, READERS, 0, TIME));

    assertComplete(figures);
    assertThat(figures.number("rate")).isPositive();
  }

  @Test
  void deliversEveryEventToThePublisherThatRunsAhead() {
    assertComplete(measure(new Load(Mode.SATURATED, READERS, 0, TIME)));
  }

  @Test
  void deliversAsManyEventsAsTheRateAsksFor() {
    Figures figures = measure(new Load(Mode.PACED, READERS, 100, TIME));

    assertComplete(figures);
    assertThat(figures.number("expected")).isEqualTo(30 * READERS);
  }

  @Test
  void expectsNothingOfAStuckReader() {
    Figures figures = measure(new Load(Mode.STUCK, READERS, 100, TIME));

    assertComplete(figures);
    assertThat(figures.number("expected")).isEqualTo(30 * (READERS - 1));
  }

  @Test
  void measuresOnlyTheReadersThatStay() {
    Figures figures = measure(new Load(Mode.CHURN, READERS, 100, TIME));

    assertComplete(figures);
    assertThat(figures.number("expected")).isEqualTo(30 * READERS);
  }

  private Figures measure(Load load) {
    Figures figures = Figures.of("fanout", "limit");
    new Measurement(server, client, load).run(WARM_UP, figures);
    return figures;
  }

  private static void assertComplete(Figures figures) {
    assertThat(figures.number("delivered")).isPositive().isEqualTo(figures.number("expected"));
    assertThat(figures.number("errors")).isZero();
    assertThat(figures.number("p99_ms")).isPositive();
    // So few deliveries may cost less than the clock of processor time can tell.
    assertThat(figures.number("cpu_us_per_delivery")).isNotNegative();
  }
}
