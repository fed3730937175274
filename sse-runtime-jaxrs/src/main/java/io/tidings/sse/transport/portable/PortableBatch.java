package io.tidings.sse.transport.portable;

import io.tidings.sse.transport.Batch;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** A batch in the only form that an event sink takes; {@link PortableBatchWriter} writes it. */
final class PortableBatch implements OutboundSseEvent {

  private final Batch batch;
  private final LastByte lastByte;
  private boolean written;

  PortableBatch(Batch batch, LastByte lastByte) {
    this.batch = batch;
    this.lastByte = lastByte;
  }

  /** Writes all bytes but the last: Jersey ends every event with a line feed of its own. */
  void writeTo(OutputStream out) throws IOException {
    written = true;
    batch.writeTo(new AllButLastByte(out, batch.length()));
    int last = batch.size() - 1;
    lastByte.isToBe(batch.array(last)[batch.end(last) - 1]);
  }

  /** Whether the writer has been asked; a response that failed before its headers never asks. */
  boolean isWritten() {
    return written;
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
