package io.tidings.benchmarks.report;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes results as they come: a line of JSON each at once, tables when all are there. */
public final class Report {

  private final PrintStream out;
  private final PrintStream progress;
  private final Optional<Path> file;
  private final List<Figures> results = new ArrayList<>();

  /** A report that also goes to a file, which is begun anew. */
  public Report(PrintStream out, PrintStream progress, Optional<Path> file) throws IOException {
    this.out = out;
    this.progress = progress;
    this.file = file;
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }

  /** Takes one result. */
  public void add(Figures result) {
    results.add(result);
    String line = JsonLine.of(result.values());
    out.println(line);
    file.ifPresent(path -> append(path, line));
  }

  private static void append(Path path, String line) {
    try {
      Files.writeString(path, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Says what goes on, to people only. */
  public void progress(String text) {
    progress.println(text);
  }

  /** All results so far. */
  public List<Figures> results() {
    return List.copyOf(results);
  }

  /** Prints a table for each benchmark. */
  public void printTables() {
    tables(results).forEach(out::println);
  }

  /** The lines of a table for each benchmark, each after an empty line. */
  public static List<String> tables(List<Figures> results) {
    List<String> lines = new ArrayList<>();
    for (String bench : results.stream().map(result -> result.text("bench")).distinct().toList()) {
      lines.add("");
      lines.addAll(
          Table.of(results.stream().filter(one -> one.text("bench").equals(bench)).toList()));
    }
    return lines;
  }
}
