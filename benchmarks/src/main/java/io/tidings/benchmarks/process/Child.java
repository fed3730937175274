package io.tidings.benchmarks.process;

import io.tidings.benchmarks.harness.Message;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process that answers each line with one line. It is ended when it is closed, and with this
 * process. Commands are given by one thread at a time.
 */
final class Child implements AutoCloseable {

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();
  private static final int LOG_LINES = 5;

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly), "children"));
  }

  private final String name;
  private final Process process;
  private final Path log;
  private final BufferedWriter commands;
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    Thread reader = new Thread(this::read, "answers of " + name);
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts the command; what it says beside its answers goes to a temporary file. */
  static Child start(String name, List<String> command) {
    try {
      Path log = Files.createTempFile("benchmarks-" + name + "-", ".log");
      log.toFile().deleteOnExit();
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
      // Or every child would begin with "Picked up ...".
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      Process process = builder.start();
      RUNNING.add(process);
      return new Child(name, process, log);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void read() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      reader.lines().forEach(answers::add);
    } catch (IOException | UncheckedIOException killed) {
      // A process that is killed ends its output in the middle.
    } finally {
      answers.add(Message.of(Message.FAILED).with("reason", "ended").toString());
    }
  }

  /** Gives a command and waits for its answer. */
  Message ask(Message command, Duration patience) {
    try {
      commands.write(command + "\n");
      commands.flush();
    } catch (IOException gone) {
      throw failure("took no command " + command);
    }
    return answer(patience);
  }

  /** Waits for the next line. */
  Message answer(Duration patience) {
    String line = nextLine(patience);
    if (line == null) {
      throw failure("gave no answer within " + patience);
    }
    Message answer = Message.parse(line);
    if (answer.verb().equals(Message.FAILED)) {
      throw failure("failed: " + answer.text("reason"));
    }
    return answer;
  }

  private @Nullable String nextLine(Duration patience) {
    try {
      return answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failure("was not waited for");
    }
  }

  private RunFailure failure(String what) {
    return new RunFailure(name + " " + what + lastWords());
  }

  private String lastWords() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size());
      return last.isEmpty() ? "" : "; it said " + last;
    } catch (IOException unreadable) {
      return "";
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
    RUNNING.remove(process);
    try {
      Files.deleteIfExists(log);
    } catch (IOException stays) {
      // A temporary file too many harms nobody.
    }
  }
}
