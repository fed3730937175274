package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Kills a process while it publishes, again and again, and replays what it has left. */
public final class KillRounds {

  private final Path folder;
  private final Durability durability;
  private final BitSet[] seen = new BitSet[KilledMain.PUBLISHERS];
  private final Random random = new Random(1);
  private @Nullable String lastId;
  private int repeated;
  private int gaps;
  private int lost;

  /** A proof in this folder. */
  public KillRounds(Path folder) {
    this(folder, Durability.PROCESS);
  }

  /** A proof in this folder, of what this durability says. */
  KillRounds(Path folder, Durability durability) {
    this.folder = folder;
    this.durability = durability;
    for (int i = 0; i < seen.length; i++) {
      seen[i] = new BitSet();
    }
  }

  /** Kills it so often. */
  public Proof run(int rounds) throws Exception {
    MappedByteBuffer notes = KilledMain.notes(folder);
    for (int round = 0; round < rounds; round++) {
      publishAndKill(notes);
      replay();
      for (int i = 0; i < seen.length; i++) {
        int returned = notes.getInt(KilledMain.returned(i));
        lost += returned - seen[i].get(0, returned).cardinality();
        if (seen[i].length() > notes.getInt(KilledMain.begun(i))) {
          throw new AssertionError("events must have been published; were not");
        }
        // What had begun and was not stored is never published again.
        seen[i].set(returned, notes.getInt(KilledMain.begun(i)));
      }
    }
    return new Proof(returned(notes), lost, repeated, gaps, rounds);
  }

  private void publishAndKill(MappedByteBuffer notes) throws Exception {
    int enough = returned(notes) + 200 + random.nextInt(10_000);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledMain.class.getName(),
                folder.toString(),
                durability.name())
            .inheritIO()
            .start();
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (returned(notes) < enough && child.isAlive() && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    if (!child.isAlive() || returned(notes) < enough) {
      child.destroyForcibly();
      throw new AssertionError("child must publish until it is killed; did not");
    }
    child.destroyForcibly().onExit().join();
  }

  private static int returned(MappedByteBuffer notes) {
    int all = 0;
    for (int i = 0; i < KilledMain.PUBLISHERS; i++) {
      all += notes.getInt(KilledMain.returned(i));
    }
    return all;
  }

  /** Comes back with its last id, before anything is published. */
  private void replay() {
    StreamDefinition stream = Stamped.stream(10_000_000);
    try (Hub hub = Hub.builder().history(SqliteHistory.at(folder.resolve("events.db"))).build()) {
      String last = hub.publisher(stream).topic(Stamped.TOPIC).lastEventId().orElseThrow();
      int dash = last.lastIndexOf('-') + 1;
      String from = lastId == null ? last.substring(0, dash) + "0" : lastId;
      Recorder reader = Stamped.reader(hub, stream, from);
      reader.readThrough(Long.parseLong(last.substring(dash)));
      for (int i = 0; i < reader.stamps.size(); i++) {
        long stamp = reader.stamps.get(i);
        BitSet own = seen[Stamped.publisherOf(stamp)];
        repeated += own.get(Stamped.numberOf(stamp)) ? 1 : 0;
        own.set(Stamped.numberOf(stamp));
      }
      repeated += reader.repeated;
      gaps += reader.lost.size();
      lastId = reader.lastId();
    }
  }
}
