package io.tidings.benchmarks.parser;

import io.tidings.benchmarks.Arguments;
import io.tidings.benchmarks.Bench;
import io.tidings.benchmarks.Budget;
import io.tidings.benchmarks.Flag;
import io.tidings.benchmarks.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How fast our parser and its peers turn bytes into events, with what an event allocates. */
public final class ParserBench implements Bench {

  private static final List<String> ROWS =
      List.of("tidings", "okhttp-sse", "okhttp-eventsource", "spring", "jersey", "vertx");
  private static final List<String> INPUTS =
      List.of("120-byte-events", "1-kb-lines", "10-byte-lines", "1-byte-chunks");

  @Override
  public String name() {
    return "parser";
  }

  @Override
  public List<String> rows() {
    return ROWS;
  }

  /** The inputs, and one with letters of two bytes that is measured only when it is asked for. */
  @Override
  public List<String> modes() {
    List<String> all = new ArrayList<>(INPUTS);
    all.add("120-byte-umlauts");
    return all;
  }

  @Override
  public Set<Flag> loads() {
    return EnumSet.of(Flag.SECONDS);
  }

  @Override
  public Duration time(boolean quick) {
    return quick ? Duration.ofMinutes(2) : Duration.ofMinutes(5);
  }

  @Override
  public void run(Arguments arguments, Budget budget, Report report) {
    List<String> inputs = arguments.modes().isEmpty() ? INPUTS : arguments.modes();
    List<ParserCell> cells = new ArrayList<>();
    // The rows of one input follow each other, so that a busy minute of the machine meets them all.
    for (String input : inputs) {
      arguments.rowsOf(this).forEach(row -> cells.add(new ParserCell(row, input)));
    }
    int seconds = arguments.seconds().orElse(arguments.quick() ? 1 : 2);
    do {
      budget.beginRound();
      for (ParserCell cell : cells) {
        report.progress("parser: " + cell);
        cell.measure(seconds);
      }
    } while (!arguments.quick() && budget.allowsRound());
    cells.forEach(cell -> report.add(cell.figures(name())));
  }
}
