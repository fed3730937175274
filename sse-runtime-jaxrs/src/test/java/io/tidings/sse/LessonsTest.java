package io.tidings.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of what broke elsewhere names tests that are there. */
final class LessonsTest {

  private static final Path TABLE = Path.of("src/test/LESSONS.md");
  private static final Pattern NAMED =
      Pattern.compile("`([a-z]+)/([A-Za-z]+)(?:#([A-Za-z0-9]+))?`");
  private static final String OWN = "src/test/java/io/tidings/sse/";

  /** Where the table's words are that are no packages of this module. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "sqlite", "../sse-history-sqlite/src/test/java/io/tidings/sse/history/sqlite/",
          "stress", "../sse-runtime-stress/src/test/java/io/tidings/sse/hub/");

  @Test
  void namesTestsThatExist() throws IOException {
    List<MatchResult> named = NAMED.matcher(Files.readString(TABLE)).results().toList();

    assertThat(named).hasSizeGreaterThan(50).allMatch(LessonsTest::exists);
  }

  private static boolean exists(MatchResult named) {
    String folder = ELSEWHERE.getOrDefault(named.group(1), OWN + named.group(1) + "/");
    Path test = Path.of(folder + named.group(2) + ".java");
    String method = named.group(3);
    try {
      return Files.exists(test)
          && (method == null || Files.readString(test).contains("void " + method + "("));
    } catch (IOException unreadable) {
      return false;
    }
  }
}
