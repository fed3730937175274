package io.tidings.sse.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of {@code bad/}: it marks its lines with {@code // [SseCode]}; {@code // options: …} gives
 * the options, and {@code // nowhere [SseCode]} what has no line.
 *
 * @param options for the compiler
 * @param expected what is to be reported, each as line and code; line -1 for nowhere
 */
record BadSource(List<String> options, List<String> expected) {
  private static final Pattern OPTIONS = Pattern.compile("// options: (.*)");
  private static final Pattern CODE = Pattern.compile("\\[(Sse\\w+)]");

  static BadSource named(String name) {
    String text = Streams.text(Streams.resource(name));
    Matcher given = OPTIONS.matcher(text);
    List<String> options = given.find() ? List.of(given.group(1).split(" ")) : List.of();
    return new BadSource(options, expected(text.lines().toList()));
  }

  private static List<String> expected(List<String> lines) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher code = CODE.matcher(lines.get(i));
      while (code.find()) {
        String place = lines.get(i).startsWith("// nowhere") ? "-1" : String.valueOf(i + 1);
        expected.add(place + " " + code.group(1));
      }
    }
    return expected;
  }

  List<String> codes() {
    return expected.stream().map(line -> line.replaceAll(".* ", "")).toList();
  }

  /** The code that a compiler's message begins with. */
  static Optional<String> code(String message) {
    Matcher code = CODE.matcher(message);
    return code.find() ? Optional.of(code.group(1)) : Optional.empty();
  }
}
