package io.tidings.benchmarks.load;

import java.util.concurrent.TimeUnit;

/** How many readers must come and go by now. */
final class Turnover {

  // Each passing reader stays for a quarter of a second.
  private static final int STAY = 4;

  private long rate;
  private long began;
  private long done;

  void begin(long perSecond, long now) {
    rate = perSecond;
    began = now;
    done = 0;
  }

  boolean active() {
    return rate > 0;
  }

  /** How many are there at a time. */
  long population() {
    return rate / STAY;
  }

  /** How many are due now; they count as done. */
  int due(long now) {
    if (rate == 0) {
      return 0;
    }
    long wanted = (now - began) * rate / TimeUnit.SECONDS.toNanos(1);
    int due = (int) (wanted - done);
    done = wanted;
    return due;
  }
}
