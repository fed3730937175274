package io.tidings.sse.transport;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * How fast newcomers follow each other while readers that were there before them get more writes
 * than newcomers could come: those find idle processors then. One crowd is slowed down for a while
 * only, so that the last of a very large one does not wait much longer for it. Safe for any thread.
 */
final class CrowdPace {

  /**
   * From one to the next who takes the same place, of which there is one for two processors: as
   * much as they need for both, and little enough to let a thousand in each second.
   */
  static final Duration STEP = Duration.ofNanos(800_000);

  /** How long one crowd is slowed down. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  /**
   * When nobody has waited for so long, the crowd is over. Looks at which somebody waits count
   * twice against those at which nobody happens to.
   */
  static final Duration QUIET = Duration.ofSeconds(1);

  /** More than that between two looks is a halt of the process, which slows nobody down. */
  private static final long LONGEST_TICK = Duration.ofMillis(200).toNanos();

  /** How much the newest look weighs: what was sent is forgotten within a second or two. */
  private static final double WEIGHT = 0.2;

  private final int places;
  private final LongSupplier nanoTime;
  private final LongConsumer rest;

  // Used by the timer alone; rates are in writes for each nanosecond.
  private long lookedAt;
  private long sent;
  private double rate;
  private double rateBefore;
  private long slowed;
  private long quiet;

  // Written by the timer; read by any thread.
  private volatile boolean isSlow;

  // Written once; read by any thread.
  private volatile boolean hasEnded;

  /**
   * A pace that slows nobody down.
   *
   * @param places how many may come at once
   * @param nanoTime the time
   * @param rest has the calling thread wait for so many nanoseconds
   */
  CrowdPace(int places, LongSupplier nanoTime, LongConsumer rest) {
    this.places = places;
    this.nanoTime = nanoTime;
    this.rest = rest;
    this.lookedAt = nanoTime.getAsLong();
  }

  /**
   * Looks whether those who come are to be slowed down; by the timer.
   *
   * @param total how many writes brought events to readers that are there, ever
   * @param isLine whether somebody waits for a place
   */
  void look(long total, boolean isLine) {
    long now = nanoTime.getAsLong();
    long passed = Math.max(1, now - lookedAt);
    rate += ((double) (total - sent) / passed - rate) * WEIGHT;
    count(Math.min(passed, LONGEST_TICK), isLine);
    double most = (double) places / STEP.toNanos();
    // before too, or those of the crowd who are in already would slow down the others
    boolean isMore = rate > most && rateBefore > most;
    isSlow = isMore && slowed < LONGEST.toNanos();
    lookedAt = now;
    sent = total;
  }

  private void count(long passed, boolean isLine) {
    if (isLine) {
      quiet = Math.max(0, quiet - 2 * passed);
      slowed += isSlow ? passed : 0;
      return;
    }
    quiet = Math.min(QUIET.toNanos(), quiet + passed);
    if (quiet == QUIET.toNanos()) {
      rateBefore = rate;
      slowed = 0;
    }
  }

  /** Slows nobody down any more. */
  void end() {
    hasEnded = true;
  }

  private boolean isSlow() {
    return isSlow && !hasEnded;
  }

  long now() {
    return nanoTime.getAsLong();
  }

  /** How long the last of so many may wait for it, in nanoseconds: two steps for each of them. */
  long delay(int waiting) {
    return isSlow() ? Math.min(LONGEST.toNanos(), 2L * waiting * STEP.toNanos() / places) : 0;
  }

  /** Has the calling thread wait until the next may follow one who came at that time. */
  void keep(long cameAt) {
    long early = STEP.toNanos() - Math.max(0, now() - cameAt);
    if (isSlow() && early > 0) {
      rest.accept(early);
    }
  }
}
