package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Many readers that come back at once, all from the same place, after a restart. */
public final class Resume {

  private static final int BEHIND = 1_000;

  private final Path folder;

  /** A measurement in this folder. */
  public Resume(Path folder) {
    this.folder = folder;
  }

  /**
   * What came of it.
   *
   * @param seconds until nobody waited for anything more
   * @param complete how many readers have exactly what they missed
   */
  public record Outcome(double seconds, long complete) {}

  /** So many readers, on two threads. */
  public Outcome run(int readers) throws Exception {
    StreamDefinition stream = Stamped.stream(100_000);
    String from;
    try (Hub hub = hub()) {
      StreamPublisher publisher = hub.publisher(stream);
      IntStream.range(0, 2 * BEHIND).forEach(n -> Stamped.publish(publisher, 0, n));
      String last = publisher.topic(Stamped.TOPIC).lastEventId().orElseThrow();
      from = last.replaceAll("-.*", "-" + BEHIND);
    }
    try (Hub hub = hub()) {
      hub.publisher(stream);
      List<Recorder> all =
          IntStream.range(0, readers).mapToObj(i -> Stamped.reader(hub, stream, from)).toList();
      long began = System.nanoTime();
      List<Thread> threads = new ArrayList<>();
      for (int half = 0; half < 2; half++) {
        List<Recorder> own = all.subList(half * readers / 2, (half + 1) * readers / 2);
        threads.add(new Thread(() -> own.forEach(one -> one.readThrough(2L * BEHIND))));
      }
      threads.forEach(Thread::start);
      for (Thread thread : threads) {
        thread.join();
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      return new Outcome(seconds, all.stream().filter(one -> one.stamps.size() == BEHIND).count());
    }
  }

  private Hub hub() {
    return Hub.builder().history(SqliteHistory.at(folder.resolve("events.db"))).build();
  }
}
