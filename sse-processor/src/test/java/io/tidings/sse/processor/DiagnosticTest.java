package io.tidings.sse.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code bad/} marks its lines with {@code // [SseCode]}; {@code // options: …} gives
 * the options, and {@code // nowhere [SseCode]} what has no line.
 */
class DiagnosticTest {
  private static final Pattern CODE = Pattern.compile("\\[(Sse\\w+)]");

  /** Those that need more than a source file; each has a test in the class that is named. */
  private static final Set<Diagnostic> ELSEWHERE =
      Set.of(
          Diagnostic.BASELINE_MISSING, // BaselineIT
          Diagnostic.BASELINE_UNREADABLE, // BaselineIT
          Diagnostic.BASELINE_STREAM_REMOVED, // BaselineIT
          Diagnostic.BASELINE_TOPIC_REMOVED, // BaselineIT
          Diagnostic.BASELINE_ADDRESS_CHANGED, // BaselineIT
          Diagnostic.BASELINE_EVENT_REMOVED, // BaselineIT
          Diagnostic.BASELINE_FIELD_REMOVED, // BaselineIT
          Diagnostic.BASELINE_TYPE_CHANGED, // BaselineIT
          Diagnostic.BASELINE_FIELD_OPTIONAL, // BaselineIT
          Diagnostic.BASELINE_FIELD_REQUIRED, // BaselineIT
          Diagnostic.BASELINE_CONSTANT_REMOVED, // BaselineIT
          Diagnostic.BASELINE_ADDED, // BaselineIT
          Diagnostic.INTERNAL_ERROR, // FaultTest
          Diagnostic.FILE_NOT_WRITTEN, // FaultTest
          Diagnostic.PARAMETER_NAMES_LOST, // InheritanceTest
          Diagnostic.SERVER_MISSING, // ServerTest
          Diagnostic.SERVER_UNREADABLE, // ServerTest
          Diagnostic.CLIENT_MISSING, // ClientTest
          Diagnostic.PACKAGE_CLOSED); // ServerTest

  static List<String> bad() {
    return Streams.resources("bad");
  }

  @ParameterizedTest
  @MethodSource("bad")
  void isReportedOnItsLineAndNowhereElse(String name) {
    JavaFileObject source = Streams.resource(name);

    Compilation compilation = Streams.compile(options(Streams.text(source)), source);

    assertThat(found(compilation)).containsExactlyInAnyOrderElementsOf(expected(source));
  }

  @Test
  void hasABadCaseForEachRule() {
    Set<String> shown = new TreeSet<>();
    for (String name : bad()) {
      expected(Streams.resource(name)).forEach(line -> shown.add(line.replaceAll(".* ", "")));
    }

    Stream<String> needed =
        Arrays.stream(Diagnostic.values())
            .filter(one -> !ELSEWHERE.contains(one))
            .map(Diagnostic::code);

    assertThat(shown).containsExactlyInAnyOrderElementsOf(needed.toList());
  }

  @Test
  void saysWhatMustBeWhatWasFoundAndWhatToDo() {
    assertThat(Diagnostic.values())
        .hasSizeGreaterThanOrEqualTo(40)
        .allSatisfy(
            one ->
                assertThat(one.message("a", "b", "c", "d", "e"))
                    .matches("(?s)\\[" + one.code() + "] .* must .*Found: .*"));
  }

  @Test
  void isReportedForAllInterfacesInOneRound() {
    Compilation compilation =
        Streams.compile(
            List.of("-Xmaxerrs", "1000"),
            bad().stream().map(Streams::resource).toArray(JavaFileObject[]::new));

    assertThat(compilation).failed();
    assertThat(
            compilation.errors().stream()
                .map(error -> error.getSource().getName())
                .distinct()
                .count())
        .isGreaterThanOrEqualTo(bad().size() - 6);
  }

  private static List<String> options(String text) {
    Matcher matcher = Pattern.compile("// options: (.*)").matcher(text);
    return matcher.find() ? List.of(matcher.group(1).split(" ")) : List.of();
  }

  private static List<String> expected(JavaFileObject source) {
    List<String> expected = new ArrayList<>();
    List<String> lines = Streams.text(source).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher code = CODE.matcher(lines.get(i));
      while (code.find()) {
        String place = lines.get(i).startsWith("// nowhere") ? "-1" : String.valueOf(i + 1);
        expected.add(place + " " + code.group(1));
      }
    }
    return expected;
  }

  /** Everything that a compilation says of ours or of javac's own, as line and code. */
  private static List<String> found(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(one -> one.getKind() != javax.tools.Diagnostic.Kind.NOTE)
        .map(
            one -> {
              String message = one.getMessage(null);
              Matcher code = CODE.matcher(message);
              return one.getLineNumber() + " " + (code.find() ? code.group(1) : message);
            })
        .toList();
  }
}
