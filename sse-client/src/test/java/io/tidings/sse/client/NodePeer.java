package io.tidings.sse.client;

import io.tidings.sse.testing.SearchPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The npm package eventsource-parser, in a process of Node. Its events have their own id only. */
final class NodePeer implements Peer, AutoCloseable {

  private static final Path SOURCE = Path.of("src/test/npm");
  private static final Path FOLDER = Path.of("target/npm");
  private static final int AHEAD = 50;

  private final Process node;
  private final Writer streams;
  private final BufferedReader answers;

  NodePeer() throws IOException, InterruptedException {
    install();
    node = program("node", "parse.mjs").redirectError(ProcessBuilder.Redirect.INHERIT).start();
    streams = node.outputWriter(StandardCharsets.US_ASCII);
    answers = node.inputReader(StandardCharsets.US_ASCII);
  }

  private static void install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    try (Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.toList()) {
        Path target = FOLDER.resolve(file.getFileName());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path log = FOLDER.resolve("npm.log");
    int status =
        program("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (status != 0 && !"true".equals(System.getenv("TIDINGS_REQUIRE_PROGRAMS"))) {
      Assumptions.abort("npm packages must be installable; npm said " + Files.readString(log));
    }
  }

  private static ProcessBuilder program(String name, String... arguments) {
    List<String> command =
        Stream.concat(
                Stream.of(SearchPath.ofThisProcess().get(name).toString()), Stream.of(arguments))
            .toList();
    return new ProcessBuilder(command).directory(FOLDER.toFile());
  }

  @Override
  public List<String> events(byte[] stream) {
    try {
      ask(stream);
      streams.flush();
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks ahead, because each turn of two processes takes its time; pipes hold that much. */
  @Override
  public List<List<String>> events(List<RandomStream> asked) {
    try {
      List<List<String>> found = new ArrayList<>();
      for (int from = 0; from < asked.size(); from += AHEAD) {
        List<RandomStream> next = asked.subList(from, Math.min(asked.size(), from + AHEAD));
        for (RandomStream stream : next) {
          ask(stream.bytes());
        }
        streams.flush();
        for (int i = 0; i < next.size(); i++) {
          found.add(answer());
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void ask(byte[] stream) throws IOException {
    streams.write(Base64.getEncoder().encodeToString(stream) + '\n');
  }

  private List<String> answer() throws IOException {
    String answer = answers.readLine();
    if (answer == null) {
      throw new IllegalStateException("node must answer; ended");
    }
    return Stream.of(answer.split(" ", -1))
        .filter(row -> !row.isEmpty())
        .map(row -> new String(Base64.getDecoder().decode(row), StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public List<String> expected(List<ReceivedEvent> events) {
    return events.stream()
        .map(event -> Peer.row(event.type(), event.data(), event.id().orElse("")))
        .toList();
  }

  @Override
  public Map<String, Predicate<RandomStream>> departures() {
    return Map.of(
        "waits for what comes behind a CR at the end", stream -> stream.text().endsWith("\r"));
  }

  @Override
  public void close() {
    node.destroy();
  }
}
