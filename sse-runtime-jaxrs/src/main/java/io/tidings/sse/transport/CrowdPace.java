package io.tidings.sse.transport;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * How fast those who come back follow each other while more is sent to those who were there before
 * them than newcomers come: what is new finds idle processors then. It lasts for a while only, so
 * that the last of a very large crowd does not wait much longer for it. Safe for any thread.
 */
final class CrowdPace {

  /**
   * From one to the next who takes the same place. Two processors, which have one place, then have
   * time for both, and let ten thousand in within ten seconds.
   */
  static final Duration STEP = Duration.ofNanos(900_000);

  /** How long one crowd is slowed down. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  /** When nobody has waited for so long, the crowd is over. */
  static final Duration QUIET = Duration.ofSeconds(1);

  /** More than that between two looks is a halt of the process, which slows nobody down. */
  private static final long LONGEST_TICK = Duration.ofMillis(200).toNanos();

  /** How much the newest look weighs: one burst is little, a second of them nearly everything. */
  private static final double WEIGHT = 0.2;

  private final double mostNewcomers;
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
    this.mostNewcomers = (double) places / STEP.toNanos();
    this.nanoTime = nanoTime;
    this.rest = rest;
    this.lookedAt = nanoTime.getAsLong();
  }

  /**
   * Looks whether those who come are to be slowed down; by the timer.
   *
   * @param total how many times something new was sent to a reader, ever
   * @param isLine whether somebody waits for a place
   */
  void look(long total, boolean isLine) {
    long now = nanoTime.getAsLong();
    long passed = Math.max(1, now - lookedAt);
    rate += ((double) (total - sent) / passed - rate) * WEIGHT;
    count(Math.min(passed, LONGEST_TICK), isLine);
    // before too, or those of the crowd who are in already would slow down the others
    boolean isMore = rate > mostNewcomers && rateBefore > mostNewcomers;
    isSlow = isMore && slowed < LONGEST.toNanos();
    lookedAt = now;
    sent = total;
  }

  private void count(long passed, boolean isLine) {
    if (isLine) {
      quiet = 0;
      slowed += isSlow ? passed : 0;
      return;
    }
    rateBefore = rate;
    quiet += passed;
    if (quiet >= QUIET.toNanos()) {
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

  /** How much longer so many wait for it, in nanoseconds, if each takes twice as long. */
  long delay(int waiting) {
    return isSlow() ? (long) (2 * waiting / mostNewcomers) : 0;
  }

  /** Has the calling thread wait until the next may follow one who came at that time. */
  void keep(long cameAt) {
    long early = STEP.toNanos() - Math.max(0, now() - cameAt);
    if (isSlow() && early > 0) {
      rest.accept(early);
    }
  }
}
