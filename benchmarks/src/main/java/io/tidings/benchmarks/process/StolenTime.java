package io.tidings.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * How long the machine's hypervisor has kept its processors from it, as Linux counts that.
 *
 * @param millis of all processors together since the machine was started; empty where nobody counts
 */
public record StolenTime(OptionalLong millis) {

  private static final Path COUNTS = Path.of("/proc/stat");
  private static final String ALL_PROCESSORS = "cpu ";

  // Behind the name: user, nice, system, idle, iowait, irq, softirq, steal.
  private static final int STEAL = 8;
  private static final long MILLIS_PER_TICK = 10;

  /** What this machine has counted so far. */
  public static StolenTime soFar() {
    try {
      return of(Files.readAllLines(COUNTS));
    } catch (IOException unknown) {
      return new StolenTime(OptionalLong.empty());
    }
  }

  /** What the lines of that file say. */
  static StolenTime of(List<String> counts) {
    return new StolenTime(
        counts.stream()
            .filter(line -> line.startsWith(ALL_PROCESSORS))
            .map(line -> line.split(" +", -1))
            .filter(fields -> fields.length > STEAL)
            .mapToLong(fields -> Long.parseLong(fields[STEAL]) * MILLIS_PER_TICK)
            .findFirst());
  }

  /** What came since then, in milliseconds; empty where nobody counts. */
  public OptionalLong since(StolenTime before) {
    return millis.isPresent() && before.millis.isPresent()
        ? OptionalLong.of(millis.getAsLong() - before.millis.getAsLong())
        : OptionalLong.empty();
  }
}
