package io.tidings.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import io.tidings.benchmarks.harness.Message;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
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

  private final ReaderLoop loop;
  private @Nullable Crowd crowd;

  private LoadClient(ReaderLoop loop) {
    this.loop = loop;
  }

  /** Runs until the input ends. */
  public static void main(String[] arguments) throws IOException {
    ReaderLoop loop = new ReaderLoop();
    Thread thread = new Thread(loop, "readers");
    thread.setDaemon(true);
    thread.start();
    new LoadClient(loop).serve();
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
      return Message.failed(failure);
    }
  }

  private Message obey(Message command) {
    return switch (command.verb()) {
      case "open" -> open(command);
      case "mark" -> mark();
      case "churn" -> churn(command);
      case "settle" -> settle(command);
      case "leave" -> loop.call(open()::leave);
      case "close" -> close();
      default -> throw new IllegalArgumentException("command must be known; was " + command);
    };
  }

  private Message open(Message command) {
    Crowd opened = loop.open(Target.of(command));
    crowd = opened;
    long end = deadline(command.number("patience_ms"));
    while (!loop.call(opened::complete) && System.nanoTime() < end) {
      LockSupport.parkNanos(STEP);
    }
    return loop.call(opened::size);
  }

  private Message mark() {
    Tally tally = tally();
    return loop.call(
        () -> {
          tally.mark();
          return Message.of("marked").with("cpu", cpu());
        });
  }

  private Message churn(Message command) {
    Crowd churned = open();
    return loop.call(
        () -> {
          churned.turnOver(command.number("rate"));
          return churned.size();
        });
  }

  /** Waits until so many deliveries are there, or nothing has moved for a while. */
  private Message settle(Message command) {
    Tally tally = tally();
    long wanted = command.number("deliveries");
    long quiet = TimeUnit.MILLISECONDS.toNanos(command.number("quiet_ms"));
    long end = deadline(command.number("patience_ms"));
    long moved = System.nanoTime();
    long before = loop.call(tally::delivered);
    while (before < wanted && System.nanoTime() < end && System.nanoTime() - moved < quiet) {
      LockSupport.parkNanos(STEP);
      long delivered = loop.call(tally::delivered);
      if (delivered != before) {
        moved = System.nanoTime();
        before = delivered;
      }
    }
    return loop.call(tally::figures).with("cpu", cpu());
  }

  private Message close() {
    loop.close();
    crowd = null;
    return Message.of("closed");
  }

  private Crowd open() {
    return Objects.requireNonNull(crowd, "readers must be open");
  }

  private Tally tally() {
    return open().tally();
  }

  private static long deadline(long millis) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
