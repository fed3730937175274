package io.tidings.benchmarks.micro;

import io.tidings.benchmarks.Arguments;
import io.tidings.benchmarks.Bench;
import io.tidings.benchmarks.Budget;
import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.process.OneShot;
import io.tidings.benchmarks.process.RunFailure;
import io.tidings.benchmarks.report.Figures;
import io.tidings.benchmarks.report.Report;
import java.time.Duration;
import java.util.List;

/** What one event costs in single steps, with what it allocates. */
public final class MicroBench implements Bench {

  private static final String FRAME = "encode";
  private static final List<String> ROWS = List.of(FRAME, "append", "drain");
  private static final Duration SLACK = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "micro";
  }

  @Override
  public List<String> rows() {
    return ROWS;
  }

  @Override
  public Duration time(boolean quick) {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run(Arguments arguments, Budget budget, Report report) {
    int seconds = arguments.quick() ? 2 : 5;
    for (String row : arguments.rowsOf(this)) {
      report.progress("micro: " + row);
      report.add(budget.spent() ? Figures.late(name(), row) : measure(row, seconds));
    }
  }

  private Figures measure(String row, int seconds) {
    try {
      Message measured = step(row, seconds);
      Figures figures =
          Figures.of(name(), row)
              .put("ns_per_event", measured.decimal("nanos"))
              .put("ns_deviation", measured.decimal("deviation"))
              .put("alloc_bytes_per_event", measured.decimal("allocated"));
      return row.equals(FRAME) ? besidePayload(figures, seconds) : figures;
    } catch (RunFailure failure) {
      return Figures.skipped(name(), row, String.valueOf(failure.getMessage()));
    }
  }

  /** With what copying the payload costs at the same time, and how much more a frame is. */
  private static Figures besidePayload(Figures frame, int seconds) {
    double payload = step("copy", seconds).decimal("nanos");
    return frame
        .put("ns_payload_copy", payload)
        .put("ns_beyond_payload", frame.number("ns_per_event") - payload);
  }

  private static Message step(String step, int seconds) {
    return OneShot.run("micro", SLACK.plusSeconds(2L * seconds), step, seconds);
  }
}
