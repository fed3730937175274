package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Admission;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.RetryPolicy;
import io.tidings.sse.hub.Subscription;
import io.tidings.sse.transport.Delivery;
import io.tidings.sse.transport.StreamSink;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The way into one application: open until the application stops, whatever becomes of the hub. Safe
 * for any thread.
 */
final class Door {

  private final Hub hub;

  private final AtomicBoolean isEarlyCloseTaken = new AtomicBoolean();

  // Written by the container's thread; read by any.
  private volatile boolean closed;

  Door(Hub hub) {
    this.hub = hub;
  }

  Hub hub() {
    return hub;
  }

  /** What a newcomer is told when the application is about to stop; it is expected back soon. */
  Optional<Admission.Closing> refusal(RetryPolicy retry) {
    return closed
        ? Optional.of(new Admission.Closing(retry.delay(hub.environment().random().getAsDouble())))
        : Optional.empty();
  }

  void open(Subscription subscription, StreamSink sink) {
    delivery().open(subscription, sink, this);
    if (closed) { // it may have come after close() had looked for it
      subscription.drain();
    }
  }

  Delivery delivery() {
    return Delivery.of(hub);
  }

  /**
   * Sends everybody away who came in here, and does not wait; for the first who asks, who runs it
   * when the application begins to stop.
   */
  Optional<Runnable> earlyClose() {
    return isEarlyCloseTaken.compareAndSet(false, true)
        ? Optional.of(() -> close(Duration.ZERO))
        : Optional.empty();
  }

  /** Sends everybody away who came in here, and waits until they have gone. */
  void close(Duration patience) {
    closed = true;
    delivery().drain(this, patience);
  }

  /** Tells everybody who came in here to go, and leaves their ends to the server. */
  void closeBeforeServer(Duration patience) {
    closed = true;
    delivery().dismiss(this, patience);
  }
}
