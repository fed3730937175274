package io.tidings.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void putsNumbersUnderEachOtherAndLeavesHolesEmpty() {
    List<Figures> results =
        List.of(
            Figures.of("fanout", "limit").put("readers", 1_000),
            Figures.skipped("fanout", "helidon", "no Java 21"));

    assertThat(Table.of(results))
        .containsExactly(
            "bench   row      readers  skipped",
            "fanout  limit       1000",
            "fanout  helidon           no Java 21");
  }
}
