package io.tidings.sse.transport;

import io.tidings.sse.hub.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
  private final List<Pump> stuck = new ArrayList<>();

  FirstBlocks(int processors) {
    this.most = Math.min(MOST, PER_PROCESSOR * processors);
  }

  /** Counts a connection in if it holds a thread. */
  void look(Pump pump, TickClock clock) {
    if (isStuck(pump, clock)) {
      stuck.add(pump);
    }
  }

  private static boolean isStuck(Pump pump, TickClock clock) {
    return pump.isStuckInFirstBlock(SHORT_PATIENCE.toNanos(), clock);
  }

  /** When too many were counted in since the last time, they pay, and not who needs a thread. */
  void relieve(TickClock clock) {
    if (stuck.size() > most) {
      stuck.stream().filter(pump -> isStuck(pump, clock)).forEach(this::end);
    }
    stuck.clear();
  }

  private void end(Pump pump) {
    pump.abort(CloseReason.WRITE_TIMEOUT);
  }
}
