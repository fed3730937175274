package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Readers that leave and come back at random points while others publish. */
public final class ComeAndGo {

  private static final int READERS = 500;
  private static final int MOST_EVENTS_PER_SECOND = 4_000;

  /** About as many: every reader reads every event, and they are parsed one by one. */
  private static final int EVENTS = 60_000;

  private final Path folder;
  private final int kept;

  /** A proof in this folder, with so many events kept. */
  public ComeAndGo(Path folder, int kept) {
    this.folder = folder;
    this.kept = kept;
  }

  /** Lets them come and go for so long; fails when anything does not hold but completeness. */
  public Proof run(Duration time) throws Exception {
    StreamDefinition stream = Stamped.stream(kept);
    AtomicBoolean running = new AtomicBoolean(true);
    try (Hub hub =
        Hub.builder()
            .history(SqliteHistory.at(folder.resolve("events.db")))
            .memory(2_000, 1 << 20)
            .build()) {
      StreamPublisher publisher = hub.publisher(stream);
      List<Recorder> readers =
          IntStream.range(0, READERS).mapToObj(i -> Stamped.reader(hub, stream, null)).toList();
      readers.forEach(ComeAndGo::begin);
      Crowd crowd = new Crowd(4);
      crowd.start(publisher, Integer.MAX_VALUE, Pace.of(rate(time), running));
      readers.get(0).leave(); // till the end, so that it misses nearly everything
      wander(readers.subList(1, READERS), time);
      running.set(false);
      crowd.join();
      String last = publisher.topic(Stamped.TOPIC).lastEventId().orElseThrow();
      long head = Long.parseLong(last.substring(last.lastIndexOf('-') + 1));
      finish(readers, head);
      return check(crowd, readers);
    }
  }

  private static int rate(Duration time) {
    return (int) Math.min(MOST_EVENTS_PER_SECOND, EVENTS / Math.max(1, time.toSeconds()));
  }

  /** Side by side, because a reader that waits for the file leaves the processor to others. */
  private static void finish(List<Recorder> readers, long head) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> all = new ArrayList<>();
    readers.forEach(one -> all.add(threads.submit(() -> one.readThrough(head))));
    threads.shutdown();
    for (Future<?> one : all) {
      one.get();
    }
  }

  /** Takes its first position. */
  private static void begin(Recorder reader) {
    while (reader.lastId() == null) {
      reader.step(1 << 16);
    }
  }

  private static void wander(List<Recorder> readers, Duration time) {
    Random random = new Random(7);
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Recorder one = readers.get(random.nextInt(readers.size()));
      one.step(1 + random.nextInt(20_000));
      if (random.nextInt(8) == 0) {
        one.leave();
      }
    }
  }

  private static Proof check(Crowd crowd, List<Recorder> readers) {
    Checker checker = crowd.checker();
    readers.forEach(checker::check);
    readers.forEach(checker::checkComplete);
    if (!checker.violations().isEmpty()) {
      throw new AssertionError(checker.violations().toString());
    }
    int connects = readers.stream().mapToInt(one -> one.connects).sum();
    return new Proof(crowd.total(), checker.missing, checker.repeated, checker.gaps, connects);
  }
}
