package io.tidings.sse.transport.portable;

import io.tidings.sse.transport.Batch;
import io.tidings.sse.transport.SinkEvents;
import io.tidings.sse.transport.StreamSink;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;

/**
 * Sends over the container's own event sink, whatever the container is; the sink must know {@link
 * PortableBatchWriter}. Its writes block, and its peer's going away shows at the next write.
 */
public final class PortableSink implements StreamSink {

  private final SseEventSink sink;
  private final LastByte lastByte;

  /**
   * A sink for batches that end with a line feed.
   *
   * @param sink the request's event sink
   */
  public PortableSink(SseEventSink sink) {
    this(sink, new LastByte());
  }

  /**
   * A sink for batches that end with any byte.
   *
   * @param sink the request's event sink
   * @param lastByte stands before the stream that the event sink writes to
   */
  public PortableSink(SseEventSink sink, LastByte lastByte) {
    this.sink = sink;
    this.lastByte = lastByte;
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
    try {
      sink.send(event).toCompletableFuture().get();
      if (!event.isWritten()) {
        // A filter of the application failed, and Jersey has answered with its failure instead.
        throw new IOException("response must become a stream; was ended before its first byte");
      }
      return true;
    } catch (ExecutionException e) {
      throw new IOException("event sink must take a batch; failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("event sink must take a batch; was interrupted");
    }
  }

  @Override
  public void end() {
    close();
  }

  /** While a write is under way, Jersey only notes that it is to close, and closes after it. */
  @Override
  public void abort() {
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
