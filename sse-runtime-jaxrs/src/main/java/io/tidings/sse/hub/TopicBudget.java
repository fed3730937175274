package io.tidings.sse.hub;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How many topics one hub may still get to know. Safe for any thread. */
final class TopicBudget {

  /** One topic in so many is kept for publishers, or readers' inventions would silence them. */
  private static final int RESERVE = 10;

  /** Looking for topics that nobody would miss costs too much to do it for each that is refused. */
  private static final Duration REST = Duration.ofSeconds(1);

  private final int most;
  private final AtomicInteger known = new AtomicInteger();
  private final AtomicLong reclaimedAt = new AtomicLong(Long.MIN_VALUE);

  TopicBudget(int most) {
    this.most = most;
  }

  int most() {
    return most;
  }

  int known() {
    return known.get();
  }

  /** Whether a publisher may bring in one topic more; it has then. */
  boolean takeForPublisher() {
    return take(1, most);
  }

  /** Whether a reader may bring in this many topics more; it has then. */
  boolean takeForReader(int topics) {
    return take(topics, most - most / RESERVE);
  }

  private boolean take(int topics, int limit) {
    int before = known.get();
    while (topics <= limit - before) {
      if (known.compareAndSet(before, before + topics)) {
        return true;
      }
      before = known.get();
    }
    return topics == 0;
  }

  /** Whether it is time again to look for topics that may be forgotten at once. */
  boolean mayReclaim(long now) {
    long last = reclaimedAt.get();
    return (last == Long.MIN_VALUE || now - last >= REST.toNanos())
        && reclaimedAt.compareAndSet(last, now);
  }

  /** A topic was forgotten. */
  void giveBack() {
    known.decrementAndGet();
  }
}
