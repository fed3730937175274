package io.tidings.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the files that the documentation shows: lines of JSON, a chart and tables. */
public final class ResultFiles {

  private ResultFiles() {}

  /** Writes all of them, with the facts of this machine first. */
  public static void write(Path folder, List<Figures> results) throws IOException {
    List<Figures> all = new ArrayList<>(List.of(MachineFacts.here()));
    all.addAll(results);
    Files.createDirectories(folder);
    Files.write(
        folder.resolve("benchmarks.json"),
        all.stream().map(result -> JsonLine.of(result.values())).toList());
    Files.write(folder.resolve("benchmarks.txt"), Report.tables(all));
    Files.writeString(folder.resolve("benchmarks.svg"), Chart.of(results));
  }
}
