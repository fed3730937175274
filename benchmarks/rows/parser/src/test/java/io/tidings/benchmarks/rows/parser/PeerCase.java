package io.tidings.benchmarks.rows.parser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** One input of peer-cases.txt, and what each parser makes of it. */
record PeerCase(String rule, String input, Map<String, String> outcomes) {

  /** Who says what is right. */
  static final String STANDARD = "standard";

  private static final String REPEAT = "<256 KB>";

  static List<PeerCase> all() {
    try (InputStream in = PeerCase.class.getResourceAsStream("peer-cases.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.strip().split("\n\n"))
          .map(block -> block.lines().filter(line -> !line.startsWith("//")).toList())
          .filter(lines -> !lines.isEmpty())
          .map(PeerCase::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PeerCase of(List<String> lines) {
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (String line : lines.subList(2, lines.size())) {
      String[] sides = line.split(": ", 2);
      outcomes.put(sides[0], sides[1]);
    }
    return new PeerCase(lines.get(0).substring(2), lines.get(1), outcomes);
  }

  /** The bytes; what is no character of an escape stands for one byte, as in Latin-1. */
  byte[] bytes() {
    return input
        .translateEscapes()
        .replace(REPEAT, "x".repeat(256 * 1024))
        .replace("<NUL>", "\0")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  String standard() {
    return Objects.requireNonNull(outcomes.get(STANDARD));
  }

  /** What this parser is known to make of it. */
  String outcome(String row) {
    return outcomes.getOrDefault(row, standard());
  }

  @Override
  public String toString() {
    return rule;
  }
}
