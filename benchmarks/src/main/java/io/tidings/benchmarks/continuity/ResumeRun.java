package io.tidings.benchmarks.continuity;

import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.harness.ScratchFolder;
import io.tidings.benchmarks.process.LoadProcess;
import io.tidings.benchmarks.process.OpenFiles;
import io.tidings.benchmarks.process.Processes;
import io.tidings.benchmarks.process.RowProcess;
import io.tidings.benchmarks.process.RunFailure;
import io.tidings.benchmarks.report.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Many readers that come back at once to a server that was restarted, over real sockets, while
 * others read a live topic of the same server: how long until everyone has everything, and what the
 * others notice.
 */
final class ResumeRun implements AutoCloseable {

  private static final int MISSED = 1_000;
  private static final int LIVE_READERS = 1_000;
  private static final int LIVE_RATE = 50;
  private static final Duration CONNECT = Duration.ofSeconds(60);
  private static final Duration RESUME = Duration.ofSeconds(90);
  private static final Duration FAREWELL = Duration.ofSeconds(60);
  private static final Duration QUIET = Duration.ofSeconds(15);
  private static final Duration CALM = Duration.ofSeconds(10);

  // A server that has met few requests tells of its compiler, which works nearly all the time for
  // the first 60,000. The share is of that time, by the clock.
  private static final double COMPILED = 0.1;
  private static final int MOST_WARM_UPS = 10;

  // Everyone's time would be taken otherwise, and it is of events that are long gone.
  private static final int NO_LATENCIES = 1_000_000;

  private final int readers;
  private final ScratchFolder folder;
  private final Processes processes;
  private final RowProcess server;
  private final LoadProcess live;
  private final LoadProcess back;

  private ResumeRun(int readers, ScratchFolder folder, Processes processes, List<String> options) {
    this.readers = readers;
    this.folder = folder;
    this.processes = processes;
    this.server = processes.add(RowProcess.start("resume", options));
    this.live = processes.add(LoadProcess.start());
    this.back = processes.add(LoadProcess.start());
  }

  /** Begins with a server in this container, in a virtual machine with these options besides. */
  static ResumeRun open(int readers, String container, String... options) {
    OpenFiles.check(readers + LIVE_READERS);
    ScratchFolder folder = ScratchFolder.named("resume");
    Processes processes = new Processes();
    try {
      return new ResumeRun(readers, folder, processes, options(folder, container, options));
    } catch (RuntimeException failure) {
      processes.close();
      folder.close();
      throw failure;
    }
  }

  private static List<String> options(ScratchFolder folder, String container, String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.add("-Xms1g"); // as in production, or the collector works more while the heap grows
    options.add("-Xmx1g");
    options.add("-Dbenchmarks.folder=" + folder.path());
    options.add("-Dbenchmarks.container=" + container);
    return options;
  }

  Figures measure(Figures figures) {
    live.openAll(server, server.target().with("readers", LIVE_READERS));
    int warmUps = warmUp();
    server.publishPaced(LIVE_RATE, CALM);
    live.mark();
    Message calm = settled(server.publishPaced(LIVE_RATE, CALM).number("planned"));
    live.mark();
    long compiled = compiled();
    try (LivePublisher publisher = LivePublisher.start(server, LIVE_RATE)) {
      long began = System.nanoTime();
      Message resumed = resume(readers);
      double millis = (resumed.number("last") - began) / 1e6;
      Message meanwhile = settled(publisher.stop());
      return put(figures, resumed, calm, meanwhile)
          .put("resume_ms", millis)
          .put("warm_ups", warmUps)
          .put("compiled_ms", compiled() - compiled);
    }
  }

  /** Has crowds come and go until the compiler has little to do for them; says how many. */
  private int warmUp() {
    int crowds = 0;
    boolean isWarm = false;
    while (!isWarm && crowds < MOST_WARM_UPS) {
      long compiled = compiled();
      long began = System.nanoTime();
      Message resumed = resume(readers);
      double millis = (resumed.number("last") - began) / 1e6;
      if (resumed.number("delivered") < (long) readers * MISSED) {
        throw new RunFailure("every reader of a crowd must get what it missed; was " + resumed);
      }
      isWarm = compiled() - compiled < COMPILED * millis;
      back.closeReaders();
      awaitFarewell();
      crowds++;
    }
    return crowds;
  }

  private long compiled() {
    return server.figures().number("compiled_ms");
  }

  private Figures put(Figures figures, Message resumed, Message calm, Message meanwhile) {
    return figures
        .put("readers", readers)
        .put("missed", MISSED)
        .put("acknowledged", (long) readers * MISSED)
        .put("lost", (long) readers * MISSED - resumed.number("delivered"))
        .put("errors", resumed.number("errors") + meanwhile.number("errors"))
        .put("live_readers", LIVE_READERS)
        .put("live_rate", LIVE_RATE)
        .put("live_p99_calm_ms", calm.number("p99_us") / 1e3)
        .put("live_p99_resume_ms", meanwhile.number("p99_us") / 1e3);
  }

  /** What still works for readers that have left would be taken for calm. */
  private void awaitFarewell() {
    long left = server.farewell(LIVE_READERS, FAREWELL).number("count");
    if (left > LIVE_READERS) {
      throw new RunFailure(
          "server must notice that readers have left; still held " + (left - LIVE_READERS));
    }
  }

  private Message resume(int readers) {
    Message target = server.missedTarget().with("readers", readers).with("every", NO_LATENCIES);
    back.open(target, CONNECT);
    return back.settle((long) readers * MISSED, QUIET, RESUME);
  }

  private Message settled(long events) {
    return live.settle(events * LIVE_READERS, QUIET, RESUME);
  }

  @Override
  public void close() {
    processes.close();
    folder.close();
  }
}
