package io.tidings.sse.hub;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.LongConsumer;

/**
 * What was sent to one connection and what went wrong with it: counted, and told to whoever wants
 * to know. The counts are written by the thread that reads the subscription, and read by any.
 */
abstract class ConnectionAccount implements Connection {

  // Updaters of fields, because a pass over a thousand readers pays for every object that it meets.
  private static final AtomicLongFieldUpdater<ConnectionAccount> EVENTS_SENT =
      AtomicLongFieldUpdater.newUpdater(ConnectionAccount.class, "eventsSent");
  private static final AtomicLongFieldUpdater<ConnectionAccount> BYTES_SENT =
      AtomicLongFieldUpdater.newUpdater(ConnectionAccount.class, "bytesSent");

  final HubStream stream;
  final long admittedAt;

  // Written by the reading thread; read by any.
  private volatile long eventsSent;
  private volatile long bytesSent;

  ConnectionAccount(HubStream stream, long admittedAt) {
    this.stream = stream;
    this.admittedAt = admittedAt;
  }

  /** Whether listeners have been told of it, and not yet of its end. */
  abstract boolean isOpen();

  /** When the newest event that was handed out was published; for the reading thread. */
  abstract long newestNanos();

  long nanoTime() {
    return stream.context().nanoTime();
  }

  /**
   * Bytes are about to be handed to the connection.
   *
   * @param events how many events
   */
  public void sending(int events) {
    Notices notices = stream.context().notices();
    if (notices.areWanted() && isOpen()) { // the greeting leaves before the connection is told of
      notices.tellIfRoom(listener -> listener.beforeSend(this, events));
    }
  }

  /**
   * Bytes were handed to the connection.
   *
   * @param events how many events
   * @param bytes how many bytes
   */
  public void sent(int events, long bytes) {
    EVENTS_SENT.lazySet(this, eventsSent + events); // one writer at a time
    BYTES_SENT.lazySet(this, bytesSent + bytes);
    HubCounters counters = stream.context().sight().counters();
    counters.bytesSent.add(bytes);
    if (events > 0) {
      counters.delivered.add(events);
      noteLatency(counters.latencies());
    }
    Notices notices = stream.context().notices();
    if (notices.areWanted() && isOpen()) {
      notices.tellIfRoom(listener -> listener.sent(this, events, bytes));
    }
  }

  /** How long the newest event of a write was on its way; what was replayed was not. */
  private void noteLatency(List<LongConsumer> latencies) {
    if (!latencies.isEmpty()) {
      long published = newestNanos();
      if (published - admittedAt > 0) {
        long latency = nanoTime() - published;
        latencies.forEach(told -> note(latency, told));
      }
    }
  }

  /** What somebody's clock throws is no reader's concern. */
  private void note(long latency, LongConsumer told) {
    try {
      told.accept(latency);
    } catch (RuntimeException | Error failure) {
      stream.context().notices().failedAgain(this, failure);
    }
  }

  /**
   * A write has been handed over for good.
   *
   * @param nanos how long ago it had begun, in nanoseconds
   */
  public void drained(long nanos) {
    if (nanos >= FlightNotes.SLOW.toNanos()) {
      stream.context().sight().flight().slowDrain(this, nanos);
    }
  }

  void dropped(Gap gap) {
    stream.context().sight().gap(this, gap);
    Notices notices = stream.context().notices();
    notices.tell(listener -> listener.dropped(this, gap.topic(), gap.reason()));
  }

  /**
   * Something failed in the connection that is not the peer's doing.
   *
   * @param failure what was thrown
   */
  public void failed(Throwable failure) {
    stream.context().notices().failed(this, failure);
  }

  /** A filter did not decide, so that its reader does not get the event. */
  void filterFailed(String topic, String eventType, Throwable failure) {
    if (isOpen()) {
      stream.context().sight().counters().dropped.increment();
      String text = "filter of " + eventType + " must decide; threw at an event of " + topic;
      stream.context().notices().failedAgain(this, new IllegalStateException(text, failure));
    }
  }

  @Override
  public long eventsSent() {
    return eventsSent;
  }

  @Override
  public long bytesSent() {
    return bytesSent;
  }
}
