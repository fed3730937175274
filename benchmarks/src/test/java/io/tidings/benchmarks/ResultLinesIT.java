package io.tidings.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultLinesIT {

  private static final List<String> FANOUT =
      List.of(
          "bench",
          "row",
          "readers",
          "mode",
          "rate",
          "expected",
          "delivered",
          "threads",
          "publisher_ns",
          "deliveries_per_s",
          "cpu_us_per_delivery",
          "p50_ms",
          "p99_ms",
          "errors");

  private static final List<String> MEMORY =
      List.of(
          "bench",
          "row",
          "readers",
          "heap_bytes_per_reader",
          "native_bytes_per_reader",
          "rss_bytes_per_reader");

  private static final List<String> PUBLISH =
      List.of("bench", "row", "events_per_s", "ns_per_event", "alloc_bytes_per_event");

  private static final List<String> PARSER =
      List.of("bench", "row", "input", "mb_per_s", "alloc_bytes_per_event");

  @TempDir private Path folder;

  @Test
  void aLineOfFanoutHasEveryFigure() throws IOException {
    assertThat(line("fanout --rows limit --modes paced --readers 20 --rate 20 --seconds 1"))
        .contains("\"bench\":\"fanout\"", "\"row\":\"limit\"", "\"mode\":\"paced\"")
        .contains(members(FANOUT));
  }

  @Test
  void aLineOfMemoryHasEveryFigure() throws IOException {
    assertThat(line("memory --quick --rows limit"))
        .contains("\"bench\":\"memory\"", "\"row\":\"limit\"")
        .contains(members(MEMORY));
  }

  @Test
  void aLineOfPublishHasEveryFigure() throws IOException {
    assertThat(line("publish --quick --rows no-reader"))
        .contains("\"bench\":\"publish\"", "\"row\":\"no-reader\"")
        .contains(members(PUBLISH));
  }

  @Test
  void aLineOfParserHasEveryFigure() throws IOException {
    assertThat(line("parser --quick --rows tidings --modes 120-byte-events --seconds 1"))
        .contains("\"bench\":\"parser\"", "\"row\":\"tidings\"", "\"input\":\"120-byte-events\"")
        .contains(members(PARSER));
  }

  private static List<String> members(List<String> names) {
    return names.stream().map(name -> "\"" + name + "\":").toList();
  }

  private String line(String command) throws IOException {
    Path file = folder.resolve("lines.json");
    Stream<String> words = Stream.concat(Stream.of(command.split(" ", -1)), Stream.of("--json"));

    Benchmarks.main(Stream.concat(words, Stream.of(file.toString())).toArray(String[]::new));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }
}
