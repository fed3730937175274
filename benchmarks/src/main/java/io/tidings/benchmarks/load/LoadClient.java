package io.tidings.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import io.tidings.benchmarks.harness.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The main class of the load client's process: obeys commands line by line, and ends with its
 * input, so it never outlives who started it.
 */
public final class LoadClient {

  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(20);

  private final List<ReaderLoop> loops;
  private @Nullable Crowds crowds;

  private LoadClient(List<ReaderLoop> loops) {
    this.loops = loops;
  }

  /** Runs until the input ends. */
  public static void main(String[] arguments) throws IOException {
    List<ReaderLoop> loops = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      ReaderLoop loop = new ReaderLoop();
      loops.add(loop);
      Thread thread = new Thread(loop, "readers-" + i);
      thread.setDaemon(true);
      thread.start();
    }
    new LoadClient(loops).serve();
  }

  private void serve() throws IOException {
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      System.out.println(answerTo(Message.parse(line)));
    }
  }

  private Message answerTo(Message command) {
    try {
      return obey(command);
    } catch (RuntimeException failure) {
      failure.printStackTrace();
      return Message.of(Message.FAILED).with("reason", failure);
    }
  }

  private Message obey(Message command) {
    return switch (command.verb()) {
      case "open" -> open(command);
      case "mark" -> mark();
      case "churn" -> churn(command);
      case "settle" -> settle(command);
      case "leave" -> open().leave();
      case "close" -> close();
      default -> throw new IllegalArgumentException("command must be known; was " + command);
    };
  }

  private Message open(Message command) {
    Crowds opened = Crowds.open(loops, Target.of(command));
    crowds = opened;
    long end = deadline(command.number("patience_ms"));
    while (!opened.complete() && System.nanoTime() < end) {
      LockSupport.parkNanos(STEP);
    }
    return opened.size();
  }

  private Message mark() {
    open().mark();
    return Message.of("marked").with("cpu", cpu());
  }

  private Message churn(Message command) {
    open().turnOver(command.number("rate"));
    return open().size();
  }

  /** Waits until so many deliveries are there, or nothing has moved for a while. */
  private Message settle(Message command) {
    Crowds settling = open();
    long wanted = command.number("deliveries");
    long quiet = TimeUnit.MILLISECONDS.toNanos(command.number("quiet_ms"));
    long end = deadline(command.number("patience_ms"));
    long moved = System.nanoTime();
    long before = settling.delivered();
    while (before < wanted && System.nanoTime() < end && System.nanoTime() - moved < quiet) {
      LockSupport.parkNanos(STEP);
      long delivered = settling.delivered();
      if (delivered != before) {
        moved = System.nanoTime();
        before = delivered;
      }
    }
    return settling.tally().figures().with("cpu", cpu());
  }

  private Message close() {
    if (crowds != null) {
      crowds.close();
    }
    crowds = null;
    return Message.of("closed");
  }

  private Crowds open() {
    return Objects.requireNonNull(crowds, "readers must be open");
  }

  private static long deadline(long millis) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
