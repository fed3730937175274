package io.tidings.sse.transport;

import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * How fast those who come back follow each other while more readers are served than come: what is
 * new finds idle processors then. It lasts for a while only, so that the last of a very large crowd
 * does not wait much longer for it. Safe for any thread.
 */
final class CrowdPace {

  /** From one to the next who takes the same place. */
  static final Duration STEP = Duration.ofNanos(900_000);

  /** How long a crowd is slowed down. */
  static final Duration LONGEST = Duration.ofSeconds(10);

  private final int places;
  private final LongConsumer rest;

  // Used by the timer alone.
  private long now;
  private long served;
  private long crowdSince;

  // Written by the timer; read by any thread.
  private volatile boolean isSlow;

  /**
   * A pace that slows nobody down before the second look.
   *
   * @param places how many may come at once
   * @param now the time
   * @param rest has the calling thread wait for so many nanoseconds
   */
  CrowdPace(int places, long now, LongConsumer rest) {
    this.places = places;
    this.now = now;
    this.crowdSince = now;
    this.rest = rest;
  }

  /**
   * Looks whether those who come are to be slowed down; by the timer.
   *
   * @param time the time
   * @param total how many times something new was sent to a reader, ever
   * @param isCrowd whether somebody waits for a place
   */
  void look(long time, long total, boolean isCrowd) {
    if (!isCrowd) {
      crowdSince = time;
    }
    long newcomers = places * (time - now) / STEP.toNanos();
    isSlow = total - served > newcomers && time - crowdSince < LONGEST.toNanos();
    now = time;
    served = total;
  }

  /** How much longer the last of so many waits for it, in nanoseconds. */
  long delay(int waiting) {
    return isSlow ? waiting * STEP.toNanos() / places : 0;
  }

  /** Has the calling thread wait until the next may follow, who comes so many nanoseconds later. */
  void keep(long nanos) {
    long early = STEP.toNanos() - nanos;
    if (isSlow && early > 0) {
      rest.accept(early);
    }
  }
}
