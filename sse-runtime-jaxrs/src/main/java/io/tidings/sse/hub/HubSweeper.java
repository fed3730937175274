package io.tidings.sse.hub;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tidies a hub now and then: old history, unused topics, subscriptions that nobody opened. */
final class HubSweeper implements Runnable {

  private static final Duration PERIOD = Duration.ofSeconds(5);

  /** A topic is kept this long without use, so that a reader that comes back finds its place. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private static final Duration LONGEST_OPENING = Duration.ofSeconds(30);

  private final HubContext context;
  private final HubStreams streams;
  private final Timer timer;
  private final AtomicBoolean started = new AtomicBoolean();

  HubSweeper(HubContext context, HubStreams streams, Timer timer) {
    this.context = context;
    this.streams = streams;
    this.timer = timer;
  }

  /** Begins with the first use of the hub, so that an unused one has no thread. */
  void start() {
    if (!started.get() && started.compareAndSet(false, true)) {
      timer.every(PERIOD, this);
    }
  }

  @Override
  public void run() {
    long now = context.nanoTime();
    streams.sweep(now - GRACE.toNanos());
    Archive archive = context.archive();
    if (archive != null) {
      archive.pages().sweep();
    }
    long since = now - LONGEST_OPENING.toNanos();
    for (Subscription subscription : context.connections().all()) {
      if (subscription.isAbandoned(since)) {
        subscription.close(CloseReason.NEVER_OPENED);
      }
    }
  }
}
