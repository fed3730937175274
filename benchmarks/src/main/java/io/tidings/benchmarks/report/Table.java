package io.tidings.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Results as text in columns, for people. */
public final class Table {

  private static final String GAP = "  ";

  private Table() {}

  /** The lines of a table with a column for every name that occurs. */
  public static List<String> of(List<Figures> results) {
    Set<String> names = new LinkedHashSet<>();
    results.forEach(result -> names.addAll(result.values().keySet()));
    List<Column> columns = names.stream().map(name -> Column.of(name, results)).toList();
    List<String> lines = new ArrayList<>();
    for (int line = 0; line <= results.size(); line++) {
      StringBuilder text = new StringBuilder();
      for (Column column : columns) {
        text.append(column.cell(line)).append(GAP);
      }
      lines.add(text.toString().stripTrailing());
    }
    return lines;
  }

  private record Column(List<String> cells, int width, boolean numbers) {

    static Column of(String name, List<Figures> results) {
      List<String> cells = new ArrayList<>(List.of(name));
      results.forEach(result -> cells.add(result.text(name)));
      int width = cells.stream().mapToInt(String::length).max().orElse(0);
      boolean numbers = results.stream().anyMatch(result -> result.get(name) instanceof Number);
      return new Column(cells, width, numbers);
    }

    String cell(int line) {
      String cell = cells.get(line);
      String blanks = " ".repeat(width - cell.length());
      return numbers ? blanks + cell : cell + blanks;
    }
  }
}
