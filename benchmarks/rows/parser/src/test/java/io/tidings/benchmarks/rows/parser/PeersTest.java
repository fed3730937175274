package io.tidings.benchmarks.rows.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where the peers leave the standard and we must not; what the documentation says of it is true.
 */
final class PeersTest {

  private static final String OURS = "tidings";
  private static final List<String> ROWS =
      List.of(OURS, "okhttp-sse", "okhttp-eventsource", "spring", "jersey", "vertx");
  private static final Path PAGE = Path.of("../../../docs/client.md");

  static Stream<PeerCase> cases() {
    return PeerCase.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void oursDoesWhatTheStandardSays(PeerCase input) {
    assertThat(outcome(OURS, input)).isEqualTo(input.standard());
    assertThat(input.outcomes()).doesNotContainKey(OURS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void thePeersDoWhatIsSaidOfThem(PeerCase input) {
    Map<String, String> found = new LinkedHashMap<>();
    found.put(PeerCase.STANDARD, input.standard());
    for (String row : ROWS) {
      String outcome = outcome(row, input);
      if (!outcome.equals(input.standard())) {
        found.put(row, outcome);
      }
    }

    assertThat(found).isEqualTo(input.outcomes());
  }

  @Test
  void theDocumentationTellsTheSame() throws IOException {
    String table = cases().map(PeersTest::documented).collect(Collectors.joining("\n", "\n", "\n"));

    assertThat(Files.readString(PAGE)).contains(table);
  }

  private static String documented(PeerCase input) {
    return ROWS.stream()
        .map(row -> word(input.outcome(row), input.standard()))
        .collect(Collectors.joining(" | ", "| " + input.rule() + " | ", " |"));
  }

  private static String word(String outcome, String standard) {
    return outcome.equals(standard)
        ? "yes"
        : outcome.contains("hangs") ? "hangs" : outcome.contains("throws") ? "fails" : "no";
  }

  private static String outcome(String row, PeerCase input) {
    Outcome outcome = new Outcome();
    try (StreamReader reader = StreamReader.of(row)) {
      reader.read(Input.of(input.bytes()), outcome);
    } catch (Exception | StackOverflowError e) {
      outcome.thrown(e);
    }
    return outcome.toString();
  }

  /** Writes events down, one word each. */
  private static final class Outcome implements EventSink {

    private final List<String> words = new ArrayList<>();
    private @Nullable String id;

    @Override
    public void event(@Nullable String type, @Nullable String data) {
      words.add((type == null ? "message" : type) + '|' + data + '|' + (id == null ? "" : id));
    }

    @Override
    public boolean wantsIds() {
      return true;
    }

    @Override
    public void id(@Nullable String newId) {
      id = newId;
    }

    void thrown(Throwable thrown) {
      Throwable deepest = thrown;
      while (deepest.getCause() != null) {
        deepest = deepest.getCause();
      }
      boolean hangs = String.valueOf(deepest.getMessage()).startsWith("end must be believed");
      words.add(hangs ? "hangs" : "throws " + deepest.getClass().getSimpleName());
    }

    @Override
    public String toString() {
      String text = words.isEmpty() ? "nothing" : String.join(" ", words);
      return text.replace("x".repeat(256 * 1024), "<262144 x>")
          .replace("\n", "<LF>")
          .replace("\r", "<CR>")
          .replace("\0", "<NUL>")
          .replace("\uFEFF", "<BOM>")
          .replace("\uFFFD", "<FFFD>");
    }
  }
}
