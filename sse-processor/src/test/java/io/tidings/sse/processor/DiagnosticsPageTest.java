package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.Test;

/** {@code GOLDEN_ROOT=src/test/resources mvn test} rewrites the page. */
class DiagnosticsPageTest {

  private static final Path PAGE = Path.of("../docs/diagnostics.md");

  @Test
  void thePageListsEveryDiagnosticInItsOwnWords() throws IOException {
    String page = page();

    if (System.getenv("GOLDEN_ROOT") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    return """
    # Diagnostics

    Everything that the processor says, in the form `[SseCode] subject must rule. Found: fact. Remedy.`, on the element,
    annotation or annotation value that it is about. All broken rules of all interfaces come in one round, each once.
    `@SuppressWarnings("sse:SseCode")` on the method or the interface silences a warning.

    This page is written from the processor's own list, and a test compares the two. `…` stands for what was found.

    """
        + table("Errors", Kind.ERROR)
        + table("Warnings", Kind.WARNING)
        + table("Notes", Kind.NOTE);
  }

  private static String table(String title, Kind kind) {
    return Arrays.stream(Diagnostic.values())
        .filter(diagnostic -> diagnostic.kind() == kind)
        .map(DiagnosticsPageTest::row)
        .collect(
            Collectors.joining("\n", "## " + title + "\n\n| code | says |\n|---|---|\n", "\n\n"))
        .replaceFirst("\n\n$", kind == Kind.NOTE ? "\n" : "\n\n");
  }

  private static String row(Diagnostic diagnostic) {
    String message = diagnostic.message("…", "…", "…", "…", "…", "…");
    String says = message.substring(message.indexOf("] ") + 2).replace("|", "\\|");
    return "| `" + diagnostic.code() + "` | " + says + " |";
  }
}
