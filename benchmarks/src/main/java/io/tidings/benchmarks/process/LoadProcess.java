package io.tidings.benchmarks.process;

import io.tidings.benchmarks.harness.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The load client in its own process. */
public final class LoadProcess implements Running {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration CONNECT = Duration.ofSeconds(30);
  private static final Duration SLACK = Duration.ofSeconds(10);

  private final Child child;

  private LoadProcess(Child child) {
    this.child = child;
  }

  /** Starts it; it has no readers yet. */
  public static LoadProcess start() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new LoadProcess(
        Child.start(
            "load-client",
            List.of(
                java.toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-cp",
                Program.classPath(),
                "io.tidings.benchmarks.load.LoadClient")));
  }

  /** Opens readers and returns how many connections there are. */
  public long open(Message target, Duration patience) {
    return child
        .ask(target.with("patience_ms", patience.toMillis()), patience.plus(SLACK))
        .number("readers");
  }

  /** Opens the readers that this target says, and fails unless the server takes in all of them. */
  public void openAll(RowProcess server, Message target) {
    long wanted = target.number("readers");
    Duration patience = patience(wanted);
    long opened = open(target, patience);
    long held = server.awaitReaders((int) wanted, patience);
    if (opened < wanted || held < wanted) {
      throw new RunFailure(
          "server must take " + wanted + " readers; took " + Math.min(opened, held));
    }
  }

  /** A cold server still compiles while it takes them in, and on two cores that takes its time. */
  private static Duration patience(long readers) {
    return CONNECT.plusMillis(10 * readers);
  }

  /** Begins to count anew. */
  public Message mark() {
    return child.ask(Message.of("mark"), PATIENCE);
  }

  /** Lets so many readers come and go each second; zero stops it. */
  public void churn(int perSecond) {
    child.ask(Message.of("churn").with("rate", perSecond), PATIENCE);
  }

  /** Waits for deliveries until all are there or none comes any more, and returns the figures. */
  public Message settle(long deliveries, Duration quiet, Duration patience) {
    Message command =
        Message.of("settle")
            .with("deliveries", deliveries)
            .with("quiet_ms", quiet.toMillis())
            .with("patience_ms", patience.toMillis());
    return child.ask(command, patience.plus(SLACK));
  }

  /** Closes one reader, and returns when, by {@link System#nanoTime} of this machine. */
  public long leave() {
    return child.ask(Message.of("leave"), PATIENCE).number("time");
  }

  /** Closes all readers. */
  public void closeReaders() {
    child.ask(Message.of("close"), PATIENCE);
  }

  @Override
  public void close() {
    child.close();
  }
}
