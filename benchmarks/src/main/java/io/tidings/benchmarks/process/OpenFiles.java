package io.tidings.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How many connections a process may have. */
public final class OpenFiles {

  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final int HARD_LIMIT = 4;
  private static final int OTHERS = 500;

  private OpenFiles() {}

  /** Fails when the system does not allow a process so many readers. */
  public static void check(int readers) {
    long limit = limit();
    if (readers + OTHERS > limit) {
      throw new RunFailure(
          "limit of open files must be " + (readers + OTHERS) + " (ulimit -Hn); was " + limit);
    }
  }

  // The JVM raises its own soft limit to the hard one.
  private static long limit() {
    try (Stream<String> lines = Files.lines(LIMITS)) {
      return lines
          .filter(line -> line.startsWith("Max open files"))
          .map(line -> line.split(" +", -1)[HARD_LIMIT])
          .filter(limit -> !limit.equals("unlimited"))
          .mapToLong(Long::parseLong)
          .findFirst()
          .orElse(Long.MAX_VALUE);
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
  }
}
