package io.tidings.sse.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.client.CommandServer;
import io.tidings.sse.testing.RequiresProgram;
import io.tidings.sse.testing.SearchPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The runnable jar in a process of its own, as people start it. */
final class SseIT {

  private static final String STREAM =
      "id: 1\nevent: price\ndata: a\n\nevent: sse-end\ndata: {\"topic\":\"t\"}\n\n";
  private static final String PLAIN = "1\tprice\ta\n";
  private static final String COLOURED = "\u001B[1;36mprice\u001B[0m a  \u001B[2m1\u001B[0m\n";
  private static final String FAREWELL = "sse: topic t has ended\n";

  @Test
  void printsPlainLinesInAPipeAndEndsWithTheStream() throws Exception {
    try (var server = CommandServer.streaming(STREAM)) {
      assertThat(run(Map.of(), command(server))).isEqualTo(PLAIN + FAREWELL + "exit 0");
    }
  }

  @Test
  void endsWithTwoWhenItCannotGoOn() throws Exception {
    try (var server = CommandServer.refusing(404)) {
      assertThat(run(Map.of(), command(server)))
          .isEqualTo("sse: status must be 200 or 204; was 404\nexit 2");
    }
  }

  @Test
  @RequiresProgram("script")
  void printsColoursOnATerminal() throws Exception {
    try (var server = CommandServer.streaming(STREAM)) {
      assertThat(onATerminal(Map.of(), command(server))).isEqualTo(COLOURED + FAREWELL + "exit 0");
    }
  }

  @Test
  @RequiresProgram("script")
  void printsNoColoursWhereNobodyWantsThem() throws Exception {
    try (var server = CommandServer.streaming(STREAM)) {
      assertThat(onATerminal(Map.of("NO_COLOR", "1"), command(server)))
          .isEqualTo(PLAIN + FAREWELL + "exit 0");
    }
  }

  @Test
  @RequiresProgram("script")
  void printsPlainLinesWhenOnlyTheErrorsGoToATerminal() throws Exception {
    Path file = Files.createTempFile("sse-", ".out");
    try (var server = CommandServer.streaming(STREAM)) {
      List<String> command =
          Stream.concat(command(server).stream(), Stream.of(">", file.toString())).toList();

      assertThat(onATerminal(Map.of(), command)).isEqualTo(FAREWELL + "exit 0");
      assertThat(file).hasContent(PLAIN);
    } finally {
      Files.delete(file);
    }
  }

  private static List<String> command(CommandServer server) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "-jar", jar().toString(), server.uri().toString());
  }

  private static Path jar() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("sse-client-[0-9.]+(-SNAPSHOT)?.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The program {@code script} gives a command a terminal of its own. */
  private static String onATerminal(Map<String, String> variables, List<String> command)
      throws Exception {
    String script = SearchPath.ofThisProcess().get("script").toString();
    return run(
        variables, List.of(script, "-q", "-e", "-c", String.join(" ", command), "/dev/null"));
  }

  private static String run(Map<String, String> variables, List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "NO_COLOR"));
    builder.environment().putAll(variables);
    Process process = builder.start();
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      return output.replace("\r\n", "\n") + "exit " + process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
