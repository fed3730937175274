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

  private static final Message ENDED = Message.of("ended");
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

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
      answers.add(ENDED.toString());
    }
  }

  /** Gives a command and waits for its answer. */
  Message ask(Message command, Duration patience) {
    try {
      commands.write(command + "\n");
      commands.flush();
    } catch (IOException gone) {
      throw silence("took no command " + command);
    }
    return answer(patience);
  }

  /** Waits for the next line. */
  Message answer(Duration patience) {
    String line = nextLine(patience);
    if (line == null) {
      throw silence("gave no answer within " + patience);
    }
    Message answer = Message.parse(line);
    if (answer.equals(ENDED)) {
      throw silence("ended without an answer");
    }
    if (answer.verb().equals(Message.FAILED)) {
      throw new RunFailure(name + " failed: " + answer.text("reason"));
    }
    return answer;
  }

  private @Nullable String nextLine(Duration patience) {
    try {
      return answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RunFailure(name + " was not waited for");
    }
  }

  /** Only what it has written beside its answers can tell why. */
  private RunFailure silence(String what) {
    String words = lastWords();
    return new RunFailure(name + " " + what + (words.isEmpty() ? "" : "; it said: " + words));
  }

  private String lastWords() {
    try {
      return LastWords.of(Files.readAllLines(log, StandardCharsets.UTF_8));
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
