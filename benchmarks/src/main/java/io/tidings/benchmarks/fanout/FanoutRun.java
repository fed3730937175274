package io.tidings.benchmarks.fanout;

import io.tidings.benchmarks.Budget;
import io.tidings.benchmarks.process.LoadProcess;
import io.tidings.benchmarks.process.OpenFiles;
import io.tidings.benchmarks.process.RunFailure;
import io.tidings.benchmarks.process.ServerRow;
import io.tidings.benchmarks.report.Figures;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One run with its processes: rounds of all rows under all loads. */
final class FanoutRun implements AutoCloseable {

  private static final Duration WARM_UP = Duration.ofSeconds(1);

  /** With less, the compiler comes too late, and whoever is first looks worst. */
  private static final Duration FIRST_WARM_UP = Duration.ofSeconds(3);

  /** A run of less time measures longer rather than to let each server meet a crowd more. */
  private static final Duration ROOMY = Duration.ofMinutes(5);

  private final Plan plan;
  private final Budget budget;
  private final LoadProcess client = LoadProcess.start();
  private final Servers servers = new Servers();
  private final Surrender surrender = new Surrender();
  private final Rounds rounds = new Rounds();
  private final boolean rehearses;

  FanoutRun(Plan plan, Budget budget) {
    this.plan = plan;
    this.budget = budget;
    this.rehearses = budget.left().compareTo(ROOMY) > 0;
  }

  /** Measures as many rounds as there is time for, and returns what stands for them. */
  List<Figures> measure(Consumer<String> progress) {
    while (budget.allowsRound()) {
      budget.beginRound();
      Haste haste = new Haste(budget, plan.cells().size(), starts());
      for (Plan.Cell cell : plan.cells()) {
        progress.accept(cell.row().text() + ", " + cell.load());
        Load shortened = haste.next(cell.load(), !servers.isRunning(cell.row()));
        Figures figures = figures(cell.row(), cell.load(), shortened);
        surrender.note(cell.row(), cell.load(), figures);
        rounds.add(cell, figures);
      }
    }
    return rounds.medians();
  }

  private int starts() {
    return (int)
        plan.cells().stream()
            .map(Plan.Cell::row)
            .distinct()
            .filter(row -> !servers.isRunning(row))
            .count();
  }

  private Figures figures(ServerRow row, Load load, Load shortened) {
    return obstacle(row, load)
        .map(reason -> skipped(row, load, reason))
        .orElseGet(() -> measure(row, shortened));
  }

  private Optional<String> obstacle(ServerRow row, Load load) {
    return budget.spent() ? Optional.of(Figures.LATE) : surrender.reason(row, load);
  }

  private Figures measure(ServerRow row, Load load) {
    try {
      OpenFiles.check(load.readers());
      boolean isFirst = !servers.isRunning(row);
      Measurement measurement = new Measurement(servers.get(row), client, load);
      if (isFirst && rehearses) {
        measurement.rehearse(WARM_UP);
      }
      Figures figures = begun(row, load);
      boolean clean = measurement.run(isFirst ? FIRST_WARM_UP : warmUp(load), figures);
      figures
          .put("java", servers.get(row).java())
          .put("measured_s", load.time().toMillis() / 1_000.0);
      if (!clean) {
        servers.discard(row);
      }
      return figures;
    } catch (RunFailure failure) {
      servers.discard(row);
      return skipped(row, load, String.valueOf(failure.getMessage()));
    }
  }

  private static Duration warmUp(Load load) {
    return load.time().compareTo(WARM_UP) < 0 ? load.time() : WARM_UP;
  }

  private static Figures skipped(ServerRow row, Load load, String reason) {
    return begun(row, load).put("rate", load.rate()).put("skipped", reason);
  }

  private static Figures begun(ServerRow row, Load load) {
    return Figures.of(FanoutBench.NAME, row.text())
        .put("readers", load.readers())
        .put("mode", load.mode().text());
  }

  @Override
  public void close() {
    servers.close();
    client.close();
  }
}
