package io.tidings.benchmarks.fanout;

import io.tidings.benchmarks.Arguments;
import io.tidings.benchmarks.process.ServerRow;
import java.util.List;

/**
 * What a round measures, in order. Peers are asked for what can be compared; what only our own
 * bounds are about is asked of our rows and of the limit, unless somebody asks for that very load.
 */
record Plan(List<Cell> cells) {

  /** One load on one server. */
  record Cell(Load load, ServerRow row) {}

  /** The plan for these arguments. */
  static Plan of(Arguments arguments, List<ServerRow> rows) {
    boolean isOwnLoad = arguments.readers().isPresent() || arguments.rate().isPresent();
    return new Plan(
        Loads.of(arguments).stream()
            .flatMap(
                load ->
                    rows.stream()
                        .filter(row -> isOwnLoad || !row.isPeer() || load.isForPeers())
                        .map(row -> new Cell(load, row)))
            .toList());
  }
}
