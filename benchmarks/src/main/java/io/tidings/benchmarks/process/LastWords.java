package io.tidings.benchmarks.process;

import java.util.List;
import java.util.regex.Pattern;

/** What a process that ended without an answer had to say: its failures, not where they were. */
final class LastWords {

  private static final Pattern FRAME = Pattern.compile("\\s+(at .*|\\.\\.\\. \\d+ more)");
  private static final int LINES = 5;

  private LastWords() {}

  /** The last lines that are no part of a stack; empty when there are none. */
  static String of(List<String> log) {
    List<String> said =
        log.stream()
            .filter(line -> !line.isBlank() && !FRAME.matcher(line).matches())
            .map(String::strip)
            .toList();
    return String.join(" | ", said.subList(Math.max(0, said.size() - LINES), said.size()));
  }
}
