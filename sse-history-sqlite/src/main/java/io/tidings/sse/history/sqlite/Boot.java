package io.tidings.sse.history.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Tells one start of this machine from another. */
final class Boot {

  /** No id is longer. */
  static final int LENGTH = 64;

  private static final Path LINUX = Path.of("/proc/sys/kernel/random/boot_id");

  private Boot() {}

  /** Visible ASCII; empty when it cannot be told. */
  static String id() {
    try {
      String id = Files.exists(LINUX) ? Files.readString(LINUX).strip() : firstProcess().orElse("");
      return id.substring(0, Math.min(id.length(), LENGTH));
    } catch (IOException e) {
      return "";
    }
  }

  /** Elsewhere: the process that starts all others is as old as this run of the machine. */
  private static Optional<String> firstProcess() {
    return ProcessHandle.of(1)
        .flatMap(process -> process.info().startInstant())
        .map(Instant::toString);
  }
}
