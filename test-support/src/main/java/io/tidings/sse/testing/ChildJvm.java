package io.tidings.sse.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Another Java process, started by a test and gone with it. Its output, both streams as one, can be
 * awaited by any thread.
 */
public final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final ProcessOutput output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = new ProcessOutput();
    Thread reader = new Thread(this::read, "output of process " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts {@code java -jar jar arguments}. */
  public static ChildJvm ofJar(Path jar, String... arguments) {
    return start(Map.of(), words(List.of("-jar", jar.toString()), arguments));
  }

  /** Starts {@code java -cp classPath mainClass arguments}. */
  public static ChildJvm ofClass(String classPath, String mainClass, String... arguments) {
    return start(Map.of(), words(List.of("-cp", classPath, mainClass), arguments));
  }

  /** Starts {@code java arguments} with these variables besides the environment of this process. */
  public static ChildJvm start(Map<String, String> variables, List<String> arguments) {
    return start(variables, List.of(), arguments);
  }

  /**
   * Starts {@code launcher java arguments}, where the launcher turns into the process that it is to
   * start, as {@code ip netns exec} does.
   */
  public static ChildJvm startBy(List<String> launcher, List<String> arguments) {
    return start(Map.of(), launcher, arguments);
  }

  private static ChildJvm start(
      Map<String, String> variables, List<String> launcher, List<String> arguments) {
    List<String> command = new ArrayList<>(launcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Or every child would begin its output with "Picked up ...".
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(variables);
    try {
      return new ChildJvm(builder.start());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> words(List<String> first, String... rest) {
    return Stream.concat(first.stream(), Stream.of(rest)).toList();
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException killed) {
      // A process that is killed ends its output in the middle.
    } finally {
      output.end();
    }
  }

  /** Waits for a line of the output, whether it is there already or still to come. */
  public String awaitLine(Predicate<String> wanted, Duration patience) {
    return output.await(wanted, patience);
  }

  /** All lines so far. */
  public List<String> output() {
    return output.lines();
  }

  /** The number by which the system knows the process. */
  public long pid() {
    return process.pid();
  }

  /** Whether the process still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end of the process and of its output, and returns its exit code. */
  public int awaitExit(Duration patience) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(
            "process must end within " + patience + "; output was " + output());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("wait for a process was interrupted", interrupted);
    }
    output.awaitEnd(patience);
    return process.exitValue();
  }

  /** Asks the process to stop, as {@code kill} and an orderly shutdown of the machine do. */
  public void terminate() {
    process.destroy();
  }

  /** Ends the process at once, without any of its own code running: {@code kill -9}. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
