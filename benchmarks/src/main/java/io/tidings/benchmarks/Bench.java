package io.tidings.benchmarks;

import io.tidings.benchmarks.report.Report;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** One thing that can be measured, by its name on the command line. */
public interface Bench {

  /** The first argument that asks for it. */
  String name();

  /** All rows, in the order in which they are shown. */
  List<String> rows();

  /** The rows of a quick run. */
  default List<String> quickRows() {
    return rows();
  }

  /** The modes that a run can be narrowed to. */
  default List<String> modes() {
    return List.of();
  }

  /** By which flags a run's loads can be changed: how many readers, which rate, how long. */
  default Set<Flag> loads() {
    return Set.of();
  }

  /** How long a run may take, not counting what is under way when the time is over. */
  Duration time(boolean quick);

  /** Measures the rows that the arguments ask for. */
  void run(Arguments arguments, Budget budget, Report report);
}
