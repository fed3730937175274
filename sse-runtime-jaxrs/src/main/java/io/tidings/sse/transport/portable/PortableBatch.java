package io.tidings.sse.transport.portable;

import io.tidings.sse.transport.Batch;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A batch in the only form that an event sink takes; {@link PortableBatchWriter} writes it, on the
 * sender's thread or on one that was just writing to the same sink.
 */
final class PortableBatch implements OutboundSseEvent {

  private final Batch batch;
  private final LastByte lastByte;
  private final AtomicBoolean claimed = new AtomicBoolean();
  private final CompletableFuture<@Nullable Void> written = new CompletableFuture<>();

  PortableBatch(Batch batch, LastByte lastByte) {
    this.batch = batch;
    this.lastByte = lastByte;
  }

  /** Writes all bytes but the last: Jersey ends every event with a line feed of its own. */
  void writeTo(OutputStream out) throws IOException {
    if (!claimed.compareAndSet(false, true)) {
      throw new IOException("batch must be wanted; was given up");
    }
    try {
      batch.writeTo(new AllButLastByte(out, batch.length()));
      int last = batch.size() - 1;
      lastByte.isToBe(batch.array(last)[batch.end(last) - 1]);
      written.complete(null);
    } catch (IOException | RuntimeException | Error e) {
      written.completeExceptionally(e);
      throw e;
    }
  }

  /** Nobody is to begin to write it any more. */
  void giveUp(String why) {
    if (claimed.compareAndSet(false, true)) {
      written.completeExceptionally(new IOException(why));
    }
  }

  /** Waits until it was written or given up; before that its slices may not change. */
  void await() throws InterruptedException, ExecutionException {
    written.get();
  }

  @Override
  public Class<?> getType() {
    return Batch.class;
  }

  @Override
  public Type getGenericType() {
    return Batch.class;
  }

  @Override
  public MediaType getMediaType() {
    return MediaType.SERVER_SENT_EVENTS_TYPE;
  }

  @Override
  public Object getData() {
    return batch;
  }

  @Override
  public @Nullable String getId() {
    return null;
  }

  @Override
  public @Nullable String getName() {
    return null;
  }

  @Override
  public @Nullable String getComment() {
    return null;
  }

  @Override
  public long getReconnectDelay() {
    return RECONNECT_NOT_SET;
  }

  @Override
  public boolean isReconnectDelaySet() {
    return false;
  }
}
