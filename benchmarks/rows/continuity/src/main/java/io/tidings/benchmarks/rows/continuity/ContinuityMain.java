package io.tidings.benchmarks.rows.continuity;

import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.harness.OneAnswer;
import io.tidings.benchmarks.harness.ScratchFolder;
import io.tidings.sse.history.sqlite.ComeAndGo;
import io.tidings.sse.history.sqlite.KillRounds;
import io.tidings.sse.history.sqlite.Proof;
import io.tidings.sse.history.sqlite.Restarts;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The main class that runs one proof and prints one line. Its arguments are the row and how long:
 * seconds of readers that come and go, or rounds.
 */
public final class ContinuityMain {

  private static final int KEPT = 50_000_000;

  private ContinuityMain() {}

  /** Runs and ends. */
  public static void main(String[] arguments) {
    OneAnswer.give(() -> run(arguments[0], Integer.parseInt(arguments[1])));
  }

  private static Message run(String row, int length) throws Exception {
    try (ScratchFolder scratch = ScratchFolder.named("continuity")) {
      Path folder = scratch.path();
      return switch (row) {
        case "reconnect" -> message(new ComeAndGo(folder, KEPT).run(Duration.ofSeconds(length)));
        case "kill9" -> message(new KillRounds(folder).run(length));
        case "restart" -> message(new Restarts(folder).run(length));
        default -> throw new IllegalArgumentException("row must be known; was " + row);
      };
    }
  }

  private static Message message(Proof proof) {
    return Message.of("proved")
        .with("acknowledged", proof.acknowledged())
        .with("lost", proof.lost())
        .with("repeated", proof.repeated())
        .with("gaps", proof.gaps())
        .with("rounds", proof.rounds());
  }
}
