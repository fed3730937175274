package io.tidings.sse.transport.portable;

import io.tidings.sse.transport.Batch;
import io.tidings.sse.transport.SinkEvents;
import io.tidings.sse.transport.StreamSink;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends over the container's own event sink, whatever the container is; the sink must know {@link
 * PortableBatchWriter}. Its writes block, and its peer's going away shows at the next write.
 */
public final class PortableSink implements StreamSink {

  private static final String ABORTED = "sink must be open; was aborted";

  private final SseEventSink sink;
  private final LastByte lastByte;
  private final Beginning beginning;

  // Written by the thread that writes; read by any that aborts.
  private volatile @Nullable PortableBatch pending;

  // Written by any thread that aborts; read by the one that writes.
  private volatile boolean aborted;

  /**
   * A sink of one response.
   *
   * @param sink the request's event sink
   * @param lastByte stands before the stream that the event sink writes to, unless every batch ends
   *     with a line feed
   * @param beginning is told when the response begins
   */
  public PortableSink(SseEventSink sink, LastByte lastByte, Beginning beginning) {
    this.sink = sink;
    this.lastByte = lastByte;
    this.beginning = beginning;
  }

  @Override
  public boolean isBlocking() {
    return true;
  }

  @Override
  public void open(SinkEvents events) {
    // A blocking sink has nothing to say of its own accord.
  }

  @Override
  public boolean write(Batch batch) throws IOException {
    PortableBatch event = new PortableBatch(batch, lastByte);
    pending = event;
    try {
      send(event);
      return true;
    } catch (ExecutionException e) {
      throw new IOException("event sink must take a batch; failed", e.getCause());
    } catch (InterruptedException e) {
      event.giveUp("event sink must take a batch; was interrupted");
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("event sink must take a batch; was interrupted");
    } finally {
      pending = null;
    }
  }

  private void send(PortableBatch event)
      throws IOException, ExecutionException, InterruptedException {
    if (aborted) { // after it is pending, or an abort in between would miss it
      throw new IOException(ABORTED);
    }
    sink.send(event).toCompletableFuture().get();
    if (beginning.wasMine()) {
      // A filter of the application failed, and Jersey has answered with its failure instead.
      event.giveUp("response must become a stream; was ended before its first byte");
    }
    // Jersey leaves a batch to a thread that is just flushing: its own, when the method returns.
    event.await();
    beginning.forget();
  }

  @Override
  public void end() {
    close();
  }

  /** While a write is under way, Jersey only notes that it is to close, and closes after it. */
  @Override
  public void abort() {
    aborted = true;
    PortableBatch left = pending;
    if (left != null) {
      left.giveUp(ABORTED);
    }
    close();
  }

  @SuppressWarnings("EmptyCatch") // a sink that cannot be closed is closed
  private void close() {
    try {
      sink.close();
    } catch (Exception e) {
      // Its peer has gone, or it was closed before; SseEventSink.close declares IOException or not.
    }
  }
}
