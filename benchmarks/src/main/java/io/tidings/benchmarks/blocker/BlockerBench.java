package io.tidings.benchmarks.blocker;

import io.tidings.benchmarks.Arguments;
import io.tidings.benchmarks.Bench;
import io.tidings.benchmarks.Budget;
import io.tidings.benchmarks.Flag;
import io.tidings.benchmarks.process.RunFailure;
import io.tidings.benchmarks.report.Figures;
import io.tidings.benchmarks.report.Report;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How late events are while somebody's listener, filter, guard or source is stuck, or none is. */
public final class BlockerBench implements Bench {

  static final String NAME = "blocker";

  private static final List<String> ROWS = List.of("listener", "filter", "guard", "source");
  private static final int ROUNDS = 9;
  private static final int QUICK_ROUNDS = 2;
  private static final int READERS = 1_000;
  private static final int RATE = 50;
  private static final int SECONDS = 2;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> rows() {
    return ROWS;
  }

  @Override
  public Set<Flag> loads() {
    return EnumSet.of(Flag.READERS, Flag.RATE, Flag.SECONDS);
  }

  @Override
  public Duration time(boolean quick) {
    return quick ? Duration.ofMinutes(1) : Duration.ofMinutes(4);
  }

  @Override
  public void run(Arguments arguments, Budget budget, Report report) {
    Map<String, Phases> rows = new LinkedHashMap<>();
    arguments.rowsOf(this).forEach(row -> rows.put(row, new Phases(row)));
    try (Stage stage = Stage.open(arguments.readers().orElse(READERS), rate(arguments))) {
      stage.play(Duration.ofSeconds(SECONDS)); // a cold server would tell of its class loading
      int rounds = arguments.quick() ? QUICK_ROUNDS : ROUNDS;
      for (int round = 0; round < rounds && !budget.spent(); round++) {
        for (Phases row : rows.values()) {
          report.progress(NAME + ": " + row.name() + ", round " + (round + 1));
          row.add(stage, phase(arguments));
        }
      }
      rows.values().forEach(row -> report.add(row.figures(stage)));
    } catch (RunFailure failure) {
      rows.keySet()
          .forEach(
              row -> report.add(Figures.skipped(NAME, row, String.valueOf(failure.getMessage()))));
    }
  }

  private static Duration phase(Arguments arguments) {
    return Duration.ofSeconds(arguments.seconds().orElse(SECONDS));
  }

  private static int rate(Arguments arguments) {
    return arguments.rate().orElse(RATE);
  }
}
