package io.tidings.sse.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every broken rule is reported where {@link BadSource} says. */
class DiagnosticTest {
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
    BadSource bad = BadSource.named(name);

    Compilation compilation = Streams.compile(bad.options(), Streams.resource(name));

    assertThat(found(compilation)).containsExactlyInAnyOrderElementsOf(bad.expected());
  }

  @Test
  void hasABadCaseForEachRule() {
    Set<String> shown = new TreeSet<>();
    for (String name : bad()) {
      shown.addAll(BadSource.named(name).codes());
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

  /** Everything that a compilation says of ours or of javac's own, as line and code. */
  private static List<String> found(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(one -> one.getKind() != javax.tools.Diagnostic.Kind.NOTE)
        .map(
            one -> {
              String message = one.getMessage(null);
              return one.getLineNumber() + " " + BadSource.code(message).orElse(message);
            })
        .toList();
  }
}
