package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A hub that is stopped and started, and a reader that comes back before anything is published. */
public final class Restarts {

  private static final int EVENTS = 2_000;

  private final Path folder;

  /** A proof in this folder. */
  public Restarts(Path folder) {
    this.folder = folder;
  }

  /** Stops and starts it so often. */
  public Proof run(int rounds) {
    StreamDefinition stream = Stamped.stream(EVENTS * rounds);
    Recorder reader = null;
    @Nullable String from = null;
    int seen = 0;
    int repeated = 0;
    int gaps = 0;
    for (int round = 0; round < rounds; round++) {
      try (Hub hub = hub()) {
        StreamPublisher publisher = hub.publisher(stream);
        for (int n = 0; n < EVENTS; n++) {
          Stamped.publish(publisher, round, n);
        }
        String last = publisher.topic(Stamped.TOPIC).lastEventId().orElseThrow();
        from = from == null ? last.replaceAll("-.*", "-0") : from;
      }
      try (Hub hub = hub()) {
        reader = Stamped.reader(hub, stream, from);
        reader.readThrough((long) (round + 1) * EVENTS);
        seen += reader.stamps.size();
        repeated += reader.repeated;
        gaps += reader.lost.size();
        from = reader.lastId();
      }
    }
    return new Proof(EVENTS * rounds, EVENTS * rounds - seen, repeated, gaps, rounds);
  }

  private Hub hub() {
    return Hub.builder().history(SqliteHistory.at(folder.resolve("events.db"))).build();
  }
}
