package io.tidings.sse.transport;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Subscription;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * What a connection's time says about it. Told by the pumping thread when it writes, asked by the
 * timer; nothing waits for either, so that its fields are set lazily.
 */
abstract class ConnectionClock {

  /** What is to be done. */
  enum Verdict {
    /** Nothing. */
    FINE,
    /** A heartbeat. */
    IDLE,
    /** A clean end: the connection has lasted long enough. */
    OUTLIVED,
    /** A cut: its peer does not read. */
    STUCK
  }

  /** A write that takes longer than this is no longer on its way, it is stuck. */
  private static final long STUCK_NANOS = Duration.ofMillis(250).toNanos();

  /** One that is closed though nobody has taken a right from its peer may end its write. */
  private static final long FAREWELL_NANOS = Duration.ofSeconds(5).toNanos();

  private static final AtomicLongFieldUpdater<ConnectionClock> WRITING_SINCE =
      AtomicLongFieldUpdater.newUpdater(ConnectionClock.class, "writingSince");
  private static final AtomicLongFieldUpdater<ConnectionClock> LAST_WRITE =
      AtomicLongFieldUpdater.newUpdater(ConnectionClock.class, "lastWrite");

  private static final long NEVER = Long.MAX_VALUE;
  private static final long NOT_WRITING = 0;

  final Subscription subscription;
  private final long heartbeatNanos;
  private final long endsAt;

  // Written by the pumping thread; read by the timer.
  private volatile long writingSince = NOT_WRITING;
  private volatile long lastWrite;

  // Used only by the timer.
  private CloseReason stuckReason = CloseReason.WRITE_TIMEOUT;

  ConnectionClock(Subscription subscription, long now) {
    this.subscription = subscription;
    this.lastWrite = now;
    this.heartbeatNanos = subscription.heartbeatInterval().map(Duration::toNanos).orElse(NEVER);
    this.endsAt = subscription.lifetime().map(most -> now + most.toNanos()).orElse(NEVER);
  }

  void writeStarted(long now) {
    WRITING_SINCE.lazySet(this, now | 1); // never the number that means "not writing"
  }

  void wrote(long now) {
    LAST_WRITE.lazySet(this, now);
  }

  /** How long the write took that has ended; zero when there was none. */
  long writeEnded(long now) {
    long since = writingSince;
    WRITING_SINCE.lazySet(this, NOT_WRITING);
    return since == NOT_WRITING ? 0 : now - since;
  }

  /** Whether one write has lasted for so long. */
  final boolean isWritingFor(long nanos, TickClock clock) {
    long since = writingSince;
    return since != NOT_WRITING && clock.given(since) >= nanos;
  }

  /** Whether an end has had the time that a peer has for what is on its way. */
  final boolean isFarewellOver(TickClock clock) {
    return isWritingFor(FAREWELL_NANOS, clock);
  }

  Verdict look(TickClock clock) {
    long now = clock.now();
    long since = writingSince;
    boolean isWriting = since != NOT_WRITING;
    if (isWriting && isStuck(clock.given(since)) && writingSince == since) {
      return Verdict.STUCK;
    }
    if (endsAt != NEVER && now - endsAt >= 0) {
      return Verdict.OUTLIVED; // a peer that always lets a write wait a little has its time, too
    }
    if (isWriting) {
      return Verdict.FINE;
    }
    return now - lastWrite >= heartbeatNanos ? Verdict.IDLE : Verdict.FINE;
  }

  /** The subscription may be asked, because its reading thread is in this write. */
  private boolean isStuck(long nanos) {
    if (nanos >= subscription.writeTimeout().toNanos()) {
      stuckReason = CloseReason.WRITE_TIMEOUT;
      return true;
    }
    if (nanos < STUCK_NANOS) {
      return false;
    }
    if (subscription.lagsTooFar()) {
      stuckReason = CloseReason.LAGGED;
      return true;
    }
    Optional<CloseReason> closed = subscription.closedBecause();
    stuckReason = closed.orElse(CloseReason.WRITE_TIMEOUT);
    return closed.isPresent() && nanos >= patience(closed.get()); // who is through has his time
  }

  private static long patience(CloseReason reason) {
    return switch (reason) {
      case EXPIRED, REVOKED -> STUCK_NANOS;
      case LIFETIME -> NEVER;
      default -> FAREWELL_NANOS;
    };
  }

  CloseReason stuckReason() {
    return stuckReason;
  }
}
