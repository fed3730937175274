package io.tidings.benchmarks.rows.continuity;

import io.tidings.benchmarks.harness.Message;
import io.tidings.sse.history.sqlite.ComeAndGo;
import io.tidings.sse.history.sqlite.KillRounds;
import io.tidings.sse.history.sqlite.Proof;
import io.tidings.sse.history.sqlite.Restarts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
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
    PrintStream answers = System.out;
    // Whatever a proof prints must not mix with the answer.
    System.setOut(System.err);
    try {
      answers.println(run(arguments[0], Integer.parseInt(arguments[1])));
    } catch (Exception | Error failure) {
      failure.printStackTrace();
      answers.println(Message.of(Message.FAILED).with("reason", failure));
    } finally {
      // Not every proof ends its threads; the process has nothing to lose.
      Runtime.getRuntime().halt(0);
    }
  }

  private static Message run(String row, int length) throws Exception {
    // On the disk that the benchmark was started on: what lies in /tmp may be memory.
    Path folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "continuity");
    try {
      return switch (row) {
        case "reconnect" -> message(new ComeAndGo(folder, KEPT).run(Duration.ofSeconds(length)));
        case "kill9" -> message(new KillRounds(folder).run(length));
        case "restart" -> message(new Restarts(folder).run(length));
        default -> throw new IllegalArgumentException("row must be known; was " + row);
      };
    } finally {
      delete(folder);
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

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
