package io.tidings.benchmarks.process;

import io.tidings.benchmarks.harness.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A process that measures one thing by itself, says one line about it, and ends. */
public final class OneShot {

  private OneShot() {}

  /** Runs what was built in this folder of {@code rows}, and returns what it says. */
  public static Message run(String folder, Duration patience, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-jar"));
    command.add(Program.built(folder).resolve("row.jar").toString());
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    try (Child child = Child.start(folder, command)) {
      return child.answer(patience);
    }
  }
}
