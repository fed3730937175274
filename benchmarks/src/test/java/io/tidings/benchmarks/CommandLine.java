package io.tidings.benchmarks;

import java.util.List;

/** Arguments as they would be typed. */
public final class CommandLine {

  private CommandLine() {}

  /** Reads a line for one benchmark. */
  public static Arguments parse(String line, Bench bench) {
    try {
      return Arguments.parse(List.of(line.split(" ", -1)), List.of(bench));
    } catch (UsageException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }
}
