package io.tidings.sse.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One row of parser-cases.txt: a rule, a stream and what must be heard. */
record ParserCase(String rule, String input, List<String> expected) {

  static List<ParserCase> all() throws IOException {
    try (InputStream in = ParserCase.class.getResourceAsStream("parser-cases.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<ParserCase> cases = new ArrayList<>();
      for (String row : text.split("\n\n", -1)) {
        List<String> lines = row.lines().filter(line -> !line.startsWith("//")).toList();
        if (!lines.isEmpty()) {
          cases.add(of(lines));
        }
      }
      return cases;
    }
  }

  /** The bytes, each line end of the row written as {@code lineEnd}. */
  byte[] stream(String lineEnd) {
    return input.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
  }

  private static ParserCase of(List<String> lines) {
    List<String> expected =
        lines.stream().skip(2).map(line -> unescape(line.strip())).map(ParserCase::full).toList();
    return new ParserCase(lines.get(0).substring(2), unescape(lines.get(1).strip()), expected);
  }

  private static String full(String line) {
    return line.contains("|") ? "event " + line : line;
  }

  private static String unescape(String text) {
    return text.translateEscapes()
        .replace("<BOM>", "\uFEFF")
        .replace("<NUL>", "\0")
        .replace("<LS>", "\u2028")
        .replace("<NEL>", "\u0085");
  }
}
