package io.tidings.sse.transport;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Subscription;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * How a connection ends: once, whoever comes first and whatever goes wrong meanwhile, so that its
 * place is free and its end is told. Ended by the pumping thread, aborted by any.
 */
abstract class ConnectionEnd extends ConnectionClock implements SinkEvents {

  private static final int OPEN = 0;

  /** Its container has been asked to end it, and may have to wait for the peer. */
  private static final int ENDING = 1;

  private static final int OVER = 2;

  private static final AtomicIntegerFieldUpdater<ConnectionEnd> STATE =
      AtomicIntegerFieldUpdater.newUpdater(ConnectionEnd.class, "state");

  final Delivery delivery;

  // Written once, by whoever ends it; read by any thread.
  private volatile int state = OPEN;

  /**
   * Where the bytes go. Replaced once, by what took over from it: until then, whoever ends it
   * through the first one ends that, too.
   */
  private volatile StreamSink sink;

  // Written by any thread; read by the pumping thread.
  private volatile boolean held;

  // Written by the pumping thread; read by any.
  private volatile boolean saidAll;

  // Written by the pumping thread before it begins to end; read by any after that.
  private CloseReason reasonOfEnd = CloseReason.CLOSED_BY_SERVER;

  ConnectionEnd(Delivery delivery, Subscription subscription, StreamSink sink) {
    super(subscription, delivery.nanoTime());
    this.delivery = delivery;
    this.sink = sink;
  }

  final StreamSink sink() {
    return sink;
  }

  /** From now on the bytes go where the sink says that they do. */
  final void takeOver() {
    sink = sink.inCharge();
  }

  final boolean isOpen() {
    return state == OPEN;
  }

  /** Everything is sent: ends, unless that is left to the server. */
  final void finish() {
    if (held) {
      saidAll = true;
      delivery.saidAll();
    } else {
      end();
    }
  }

  final void end() {
    reasonOfEnd = subscription.closing().orElse(CloseReason.CLOSED_BY_SERVER);
    if (STATE.compareAndSet(this, OPEN, ENDING)) {
      writeStarted(delivery.nanoTime());
      try {
        endSink();
      } finally {
        if (STATE.compareAndSet(this, ENDING, OVER)) {
          leave(reasonOfEnd);
        }
      }
    }
  }

  private void endSink() {
    try {
      sink.end();
    } catch (IOException | RuntimeException e) {
      sink.abort();
    }
  }

  final void fail(Throwable failure) {
    try {
      subscription.failed(failure);
    } finally {
      abort(CloseReason.FAILED);
    }
  }

  /** Ends it without a word, unless it is ending; by any thread, whatever the pump is doing. */
  final void abort(CloseReason reason) {
    if (STATE.compareAndSet(this, OPEN, OVER)) {
      abortSink(reason);
    }
  }

  /** The same, and frees who waits for the peer at its end. */
  final void cutOff(CloseReason reason) {
    abort(reason);
    if (STATE.compareAndSet(this, ENDING, OVER)) {
      abortSink(reasonOfEnd);
    }
  }

  private void abortSink(CloseReason reason) {
    try {
      sink.abort();
    } finally {
      leave(reason); // whatever becomes of its bytes, its place is free
    }
  }

  private void leave(CloseReason reason) {
    try {
      subscription.ended(reason);
    } finally {
      leaveDelivery(); // last, because a server that stops waits for nothing else
    }
  }

  /** It is no connection of its delivery any more. */
  abstract void leaveDelivery();

  @Override
  public final void gone() {
    CloseReason reason = CloseReason.CLOSED_BY_CLIENT;
    abort(saidAll ? subscription.closing().orElse(reason) : reason);
  }

  /** Whether its end is left to the server; by any thread. */
  final void hold(boolean isHeld) {
    held = isHeld;
  }

  /** Whether it has sent everything and only waits for its end. */
  final boolean hasSaidAll() {
    return saidAll;
  }
}
