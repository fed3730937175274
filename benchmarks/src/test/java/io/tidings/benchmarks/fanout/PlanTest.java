package io.tidings.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.benchmarks.Arguments;
import io.tidings.benchmarks.CommandLine;
import io.tidings.benchmarks.process.ServerRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

  private static final List<ServerRow> ROWS =
      List.of(ServerRow.TIDINGS_JETTY, ServerRow.LIMIT, ServerRow.VERTX);

  @Test
  void asksEveryRowForWhatCanBeCompared() {
    assertThat(rowsUnder(Mode.LOCKSTEP, plan("fanout"))).isEqualTo(ROWS);
  }

  @Test
  void asksOnlyOurRowsAndTheLimitForOurOwnBounds() {
    assertThat(rowsUnder(Mode.CHURN, plan("fanout")))
        .containsExactly(ServerRow.TIDINGS_JETTY, ServerRow.LIMIT);
  }

  @Test
  void asksEveryRowForALoadThatIsNamed() {
    assertThat(rowsUnder(Mode.CHURN, plan("fanout --modes churn --readers 100 --rate 10")))
        .isEqualTo(ROWS);
  }

  private static Plan plan(String line) {
    Arguments arguments = CommandLine.parse(line, new FanoutBench());
    return Plan.of(arguments, ROWS);
  }

  private static List<ServerRow> rowsUnder(Mode mode, Plan plan) {
    return plan.cells().stream()
        .filter(cell -> cell.load().mode() == mode)
        .map(Plan.Cell::row)
        .toList();
  }
}
