package io.tidings.benchmarks.process;

import io.tidings.benchmarks.harness.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A measured server in its own process. */
public final class RowProcess implements Running {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration SLACK = Duration.ofSeconds(10);

  private final int java;
  private final Child child;
  private final Message ready;

  private RowProcess(int java, Child child, Message ready) {
    this.java = java;
    this.child = child;
    this.ready = ready;
  }

  /** Starts the row with these options of the JVM. */
  public static RowProcess start(ServerRow row, List<String> options) {
    Path home =
        JavaHomes.ofThisMachine()
            .atLeast(row.java())
            .orElseThrow(
                () ->
                    new RunFailure(
                        "needs Java " + row.java() + " or newer; set JAVA_HOME_" + row.java()));
    Child child = Child.start(row.text(), row.command(home, options, Program.built(row.text())));
    return started(JavaHomes.feature(home), child);
  }

  /** Starts what was built in this folder of {@code rows}, on the Java that runs this. */
  public static RowProcess start(String folder, List<String> options) {
    Path home = Path.of(System.getProperty("java.home"));
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    command.addAll(options);
    command.add("-jar");
    command.add(Program.built(folder).resolve("row.jar").toString());
    return started(JavaHomes.feature(home), Child.start(folder, command));
  }

  private static RowProcess started(int java, Child child) {
    try {
      return new RowProcess(java, child, child.answer(PATIENCE));
    } catch (RunFailure failure) {
      child.close();
      throw failure;
    }
  }

  /** The version of Java that it runs on. */
  public int java() {
    return java;
  }

  /** The command by which a load client opens readers on this server. */
  public Message target() {
    return Message.of("open").with("port", ready.text("port")).with("path", ready.text("path"));
  }

  /** The command by which a load client opens readers that have missed something. */
  public Message missedTarget() {
    return Message.of("open").with("port", ready.text("port")).with("path", ready.text("missed"));
  }

  /** Where the load client reports what has arrived. */
  public long acks() {
    return ready.number("acks");
  }

  /** Waits until the server holds so many readers, and returns how many it holds. */
  public long awaitReaders(int readers, Duration patience) {
    return ask(Message.of("await").with("readers", readers), patience).number("count");
  }

  /** Publishes until readers that have left are noticed, and returns how many are still held. */
  public long flush(Duration patience) {
    return ask(Message.of("flush"), patience).number("count");
  }

  /** Waits, without publishing, until the server has no more readers than this; says when. */
  public Message farewell(int readers, Duration patience) {
    return ask(Message.of("farewell").with("readers", readers), patience);
  }

  /** Publishes events while no reader lags by more than the window. */
  public Message publishWindowed(int window, Duration time) {
    return publish(Message.of("publish").with("window", window), time);
  }

  /** Publishes so many events a second. */
  public Message publishPaced(int rate, Duration time) {
    return publish(Message.of("publish").with("rate", rate), time);
  }

  private Message publish(Message command, Duration time) {
    return child.ask(command.with("millis", time.toMillis()), time.plus(SLACK));
  }

  /** Processor time, what the compiler has taken so far, and threads. */
  public Message figures() {
    return child.ask(Message.of("figures"), PATIENCE);
  }

  /** The same and, after a collection, memory. */
  public Message memory() {
    return child.ask(Message.of("figures").with("memory", 1), PATIENCE);
  }

  private Message ask(Message command, Duration patience) {
    return child.ask(command.with("patience_ms", patience.toMillis()), patience.plus(SLACK));
  }

  @Override
  public void close() {
    child.close();
  }
}
