package io.tidings.benchmarks.fanout;

import io.tidings.benchmarks.process.ServerRow;
import io.tidings.benchmarks.report.Figures;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which servers could not follow a rate: a higher one is not tried, for it would only take time.
 */
final class Surrender {

  private final Map<ServerRow, Integer> rates = new EnumMap<>(ServerRow.class);

  /** Takes a result into account. */
  void note(ServerRow row, Load load, Figures figures) {
    if (load.isRising() && figures.number("delivered") < figures.number("expected")) {
      rates.merge(row, load.rate(), Math::min);
    }
  }

  /** Why this load is not tried on this server; empty when it is. */
  Optional<String> reason(ServerRow row, Load load) {
    Integer lost = rates.get(row);
    return lost != null && load.isRising() && load.rate() > lost
        ? Optional.of("rate of " + lost + "/s must be followed first; was not")
        : Optional.empty();
  }
}
