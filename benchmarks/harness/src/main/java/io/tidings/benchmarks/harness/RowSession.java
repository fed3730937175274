package io.tidings.benchmarks.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntPredicate;

/** Obeys the commands of one run, one at a time, each with exactly one line of answer. */
final class RowSession {

  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long SHORT_STEP = TimeUnit.MICROSECONDS.toNanos(100);

  private final RowServer server;
  private final Publisher publisher;

  RowSession(RowServer server, Publisher publisher) {
    this.server = server;
    this.publisher = publisher;
  }

  void serve(BufferedReader commands, PrintStream answers) throws IOException {
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      answers.println(answerTo(Message.parse(line)));
    }
  }

  private Message answerTo(Message command) {
    try {
      return obey(command);
    } catch (IOException | RuntimeException failure) {
      return Message.failed(failure);
    }
  }

  private Message obey(Message command) throws IOException {
    return switch (command.verb()) {
      case "await" -> awaitReaders(command);
      case "publish" -> publish(command);
      case "figures" -> figures(command);
      case "flush" -> flush(command);
      case "farewell" -> farewell(command);
      default -> throw new IllegalArgumentException("command must be known; was " + command);
    };
  }

  /** Waits for readers to be there. */
  private Message awaitReaders(Message command) {
    long wanted = command.number("readers");
    return await(command.number("patience_ms"), readers -> readers >= wanted, () -> {});
  }

  /** Looks, without publishing, when there are no more readers than this. */
  private Message farewell(Message command) {
    long readers = command.number("readers");
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(command.number("patience_ms"));
    while (server.readers() > readers && System.nanoTime() < end) {
      LockSupport.parkNanos(SHORT_STEP);
    }
    return Message.of("farewell").with("time", System.nanoTime()).with("count", server.readers());
  }

  /** Publishes until the readers that have left are noticed, and begins a new sequence. */
  private Message flush(Message command) throws IOException {
    Message answer = await(command.number("patience_ms"), readers -> readers == 0, publisher::once);
    publisher.restart();
    return answer;
  }

  private Message await(long patience, IntPredicate wanted, Runnable step) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
    while (!wanted.test(server.readers()) && System.nanoTime() < end) {
      step.run();
      LockSupport.parkNanos(STEP);
    }
    return Message.of("readers").with("count", server.readers());
  }

  private Message publish(Message command) throws IOException {
    long cpu = ProcessFigures.cpu();
    long compiled = ProcessFigures.compiled();
    long millis = command.number("millis");
    Message answer =
        command.fields().containsKey("window")
            ? publisher.windowed((int) command.number("window"), millis)
            : publisher.paced(command.number("rate"), millis);
    return answer.with("cpu_before", cpu).with("compiled_ms", ProcessFigures.compiled() - compiled);
  }

  private static Message figures(Message command) {
    Message figures =
        Message.of("figures")
            .with("cpu", ProcessFigures.cpu())
            .with("compiled_ms", ProcessFigures.compiled())
            .with("threads", ProcessFigures.threads());
    if (command.number("memory", 0) == 0) {
      return figures;
    }
    return figures
        .with("heap", ProcessFigures.heapAfterCollection())
        .with("native", NativeMemory.committed())
        .with("rss", ProcessFigures.resident());
  }
}
