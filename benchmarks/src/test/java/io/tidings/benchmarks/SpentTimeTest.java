package io.tidings.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.benchmarks.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpentTimeTest {

  @ParameterizedTest
  @ValueSource(strings = {"publish", "topics", "micro", "continuity"})
  void startsNoRowWhenTheTimeIsOver(String name) throws IOException, UsageException {
    List<Bench> benches = Benchmarks.all();
    Bench bench = benches.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    Report report = new Report(nowhere, nowhere, Optional.empty());

    bench.run(
        Arguments.parse(List.of(name), benches), new Budget(() -> 0, Duration.ZERO, 1), report);

    assertThat(report.results())
        .hasSameSizeAs(bench.rows())
        .allSatisfy(
            result -> assertThat(result.text("skipped")).isEqualTo("time must suffice; was over"));
  }
}
