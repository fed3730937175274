package io.tidings.sse.transport;

import io.tidings.sse.hub.CloseReason;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Bounds how many threads of a container wait for peers that do not even take a first block. Used
 * by the timer alone.
 */
final class FirstBlocks {

  /** Half of what Undertow has, the container with the fewest. */
  private static final int PER_PROCESSOR = 4;

  /** A third of what the others have, however many processors there are. */
  private static final int MOST = 64;

  /** How long they may do so, whatever their write timeout is, when they are too many. */
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(1);

  private final int most;
  private Set<Pump> before = Set.of();
  private Set<Pump> stuck = new HashSet<>();

  FirstBlocks(int processors) {
    this.most = Math.min(MOST, PER_PROCESSOR * processors);
  }

  /** Counts a connection in if it holds a thread. */
  void look(Pump pump, long now) {
    if (isStuck(pump, now)) {
      stuck.add(pump);
    }
  }

  private static boolean isStuck(Pump pump, long now) {
    return pump.isStuckInFirstBlock(SHORT_PATIENCE.toNanos(), now);
  }

  /**
   * When too many were counted in since the last time, they pay, and not who needs a thread; but
   * for those who were not there at the last time: they may only have been kept from their work, as
   * all are when the process has stood still.
   */
  void relieve(long now) {
    if (stuck.size() > most) {
      stuck.stream().filter(before::contains).filter(pump -> isStuck(pump, now)).forEach(this::end);
    }
    before = stuck;
    stuck = new HashSet<>();
  }

  private void end(Pump pump) {
    pump.abort(CloseReason.WRITE_TIMEOUT);
  }
}
