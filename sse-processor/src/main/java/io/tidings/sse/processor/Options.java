package io.tidings.sse.processor;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the build says on the command line, as {@code -Asse.name=value}. */
final class Options {
  private static final String PREFIX = "sse.";
  private static final List<String> SWITCH = List.of("on", "off");
  private static final List<String> DETECTED = List.of("auto", "on", "off");

  /** Every option with its values, the default first. */
  private static final Map<String, List<String>> KNOWN =
      new TreeMap<>(
          Map.of(
              "sse.server", DETECTED,
              "sse.client", DETECTED,
              "sse.index", SWITCH,
              "sse.typescript", SWITCH,
              "sse.asyncapi", SWITCH,
              "sse.component", List.of("none", "jakarta", "cdi", "spring")));

  /** The option whose value is a folder. */
  private static final String BASELINE = "sse.baseline";

  private final Map<String, String> given;

  Options(Map<String, String> given) {
    this.given = given;
  }

  /** What we answer for: our options, and misspelt ones, so that javac does not report them too. */
  Set<String> claimed() {
    Set<String> names = new TreeSet<>(KNOWN.keySet());
    names.add(BASELINE);
    given.keySet().stream().filter(name -> name.startsWith(PREFIX)).forEach(names::add);
    return names;
  }

  /** Whether the server's half is wanted: {@code auto}, {@code on} or {@code off}. */
  String server() {
    return value("sse.server");
  }

  /** Whether the Java client is wanted: {@code auto}, {@code on} or {@code off}. */
  String client() {
    return value("sse.client");
  }

  /** Whether the index of resources is wanted. */
  boolean index() {
    return value("sse.index").equals("on");
  }

  /** Whether the TypeScript client is wanted. */
  boolean typescript() {
    return value("sse.typescript").equals("on");
  }

  /** Whether the AsyncAPI document is wanted. */
  boolean asyncapi() {
    return value("sse.asyncapi").equals("on");
  }

  /** The folder with the documents to keep to; empty when there is none, or {@code off}. */
  Optional<Baseline> baseline() {
    String folder = String.valueOf(given.getOrDefault(BASELINE, "off"));
    return folder.isEmpty() || folder.equals("off") || folder.equals("null")
        ? Optional.empty()
        : Optional.of(new Baseline(Path.of(folder)));
  }

  Component component() {
    return Component.valueOf(value("sse.component").toUpperCase(Locale.ROOT));
  }

  private String value(String name) {
    List<String> allowed = KNOWN.getOrDefault(name, List.of());
    String text = given.getOrDefault(name, allowed.get(0));
    return allowed.contains(text) ? text : allowed.get(0);
  }

  private static List<String> existing() {
    return Stream.concat(KNOWN.keySet().stream(), Stream.of(BASELINE))
        .map(name -> "-A" + name)
        .toList();
  }

  /** Reports options that do not exist, and values that they do not have. */
  void check(Reporter reporter) {
    for (String name : new TreeSet<>(given.keySet())) {
      if (!name.startsWith(PREFIX) || name.equals(BASELINE)) {
        continue;
      }
      List<String> allowed = KNOWN.get(name);
      String value = String.valueOf(given.get(name));
      if (allowed == null) {
        String hint = Spelling.hint("-A" + name, existing());
        reporter.report(
            Diagnostic.OPTION_UNKNOWN, Anchor.NOWHERE, name, hint.isEmpty() ? " Remove it." : hint);
      } else if (!allowed.contains(value)) {
        String hint = Spelling.hint(value, allowed);
        reporter.report(
            Diagnostic.OPTION_VALUE,
            Anchor.NOWHERE,
            name,
            String.join(", ", allowed),
            value,
            hint.isEmpty() ? " Choose one of them." : hint);
      }
    }
  }
}
