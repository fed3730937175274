package io.tidings.benchmarks.process;

import io.tidings.benchmarks.harness.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The load client in its own process. */
public final class LoadProcess implements Running {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
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
