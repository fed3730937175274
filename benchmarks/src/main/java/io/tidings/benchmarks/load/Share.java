package io.tidings.benchmarks.load;

/** The readers of a measurement that one of several threads looks after: every so many-th. */
record Share(Target target, int place, int of) {

  // More at once overflow the accept queues of servers with defaults, which costs a second each.
  private static final int MOST_CONNECTING = 32;

  /** How many readers there are in this share. */
  int readers() {
    return (target.readers() - place + of - 1) / of;
  }

  /** How many of them are measured; those that are stuck come first. */
  int steady() {
    return readers() - Math.max(0, (target.stuck() - place + of - 1) / of);
  }

  /** The number that one of them has among all readers. */
  int index(int reader) {
    return place + reader * of;
  }

  /** How many of so many things a second are this share's. */
  long ofRate(long perSecond) {
    return (perSecond - place + of - 1) / of;
  }

  /** How many may be connecting at a time. */
  int mostConnecting() {
    return Math.max(1, MOST_CONNECTING / of);
  }
}
