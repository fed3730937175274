package io.tidings.benchmarks.fanout;

import io.tidings.benchmarks.Arguments;
import java.time.Duration;
import java.util.List;

/** Which loads a run measures, and for how long each at most. */
final class Loads {

  private static final int READERS = 1_000;
  private static final int RATE = 50;
  private static final Duration QUICK = Duration.ofSeconds(2);
  private static final Duration FULL = Duration.ofSeconds(3);

  private Loads() {}

  /** The loads that the arguments ask for. */
  static List<Load> of(Arguments arguments) {
    List<Mode> modes = modes(arguments);
    Duration usual = arguments.quick() ? QUICK : FULL;
    Duration time =
        arguments.seconds().isPresent()
            ? Duration.ofSeconds(arguments.seconds().getAsInt())
            : usual;
    if (arguments.readers().isPresent() || arguments.rate().isPresent()) {
      int readers = arguments.readers().orElse(READERS);
      int rate = arguments.rate().orElse(RATE);
      return modes.stream().map(mode -> new Load(mode, readers, rate, time)).toList();
    }
    List<Load> loads = arguments.quick() ? Load.quick(time) : Load.full(time);
    return loads.stream().filter(load -> modes.contains(load.mode())).toList();
  }

  private static List<Mode> modes(Arguments arguments) {
    return arguments.modes().isEmpty()
        ? List.of(Mode.values())
        : arguments.modes().stream().map(Mode::named).toList();
  }
}
