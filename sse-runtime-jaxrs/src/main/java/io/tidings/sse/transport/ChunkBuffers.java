package io.tidings.sse.transport;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A batch as one chunk of an HTTP/1.1 response, ready for the kernel in a buffer of the calling
 * thread. The readers of a topic get the same batch one after the other: it is copied once for all
 * of them, and a write makes no garbage.
 */
public final class ChunkBuffers {

  private static final ThreadLocal<ChunkBuffers> OF_THREAD =
      ThreadLocal.withInitial(ChunkBuffers::new);

  private static final int FIRST_CAPACITY = 16 << 10;
  private static final int LONGEST_FRAMING = 2 + 8 + 2 + 2;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  /** The one buffer, in an array because that is what containers take. */
  private final ByteBuffer[] chunk = {ByteBuffer.allocateDirect(FIRST_CAPACITY)};

  /** What is in it. */
  private final Batch held = new Batch();

  private boolean heldAfterOpen;
  private int dataAt;

  private ChunkBuffers() {}

  /**
   * The buffers of the calling thread.
   *
   * @return the same at every call of a thread
   */
  public static ChunkBuffers ofThisThread() {
    return OF_THREAD.get();
  }

  /**
   * The batch as {@code hex CRLF data CRLF}; good until this thread's next call.
   *
   * @param batch not empty
   * @return buffers to be written in this order
   */
  public ByteBuffer[] whole(Batch batch) {
    return chunk(batch, false);
  }

  /**
   * The batch as {@code CRLF hex CRLF data}: the chunk before is still to be ended.
   *
   * @param batch not empty
   * @return buffers to be written in this order
   */
  public ByteBuffer[] afterOpenChunk(Batch batch) {
    return chunk(batch, true);
  }

  private ByteBuffer[] chunk(Batch batch, boolean afterOpen) {
    if (heldAfterOpen == afterOpen && held.isSameAs(batch)) {
      chunk[0].rewind();
    } else {
      held.become(batch);
      heldAfterOpen = afterOpen;
      fill(buffer(batch.length() + LONGEST_FRAMING));
    }
    return chunk;
  }

  private ByteBuffer buffer(int length) {
    if (chunk[0].capacity() < length) {
      chunk[0] = ByteBuffer.allocateDirect(Math.max(length, 2 * chunk[0].capacity()));
    }
    return chunk[0].clear();
  }

  private void fill(ByteBuffer buffer) {
    if (heldAfterOpen) {
      endLine(buffer);
    }
    writeLength(held.length(), buffer);
    endLine(buffer);
    dataAt = buffer.position();
    for (int i = 0; i < held.size(); i++) {
      buffer.put(held.array(i), held.start(i), held.end(i) - held.start(i));
    }
    if (!heldAfterOpen) {
      endLine(buffer);
    }
    buffer.flip();
  }

  private static void writeLength(int length, ByteBuffer buffer) {
    int digits = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 3) / 4);
    for (int i = digits - 1; i >= 0; i--) {
      buffer.put(HEX[length >>> (4 * i) & 0xf]);
    }
  }

  private static void endLine(ByteBuffer buffer) {
    buffer.put((byte) '\r').put((byte) '\n');
  }

  /**
   * What the last chunk's buffer has left, to be kept for as long as it takes: the batch's own
   * arrays, so that readers that are stuck cost no copies.
   */
  public ByteBuffer[] rest() {
    ByteBuffer left = chunk[0];
    ByteBuffer[] rest = new ByteBuffer[held.size() + 2];
    int n = 0;
    if (left.position() < dataAt) {
      rest[n++] = copy(left, left.position(), dataAt);
    }
    int skipped = Math.max(0, left.position() - dataAt);
    for (int i = 0; i < held.size(); i++) {
      int length = held.end(i) - held.start(i);
      if (skipped < length) {
        rest[n++] = ByteBuffer.wrap(held.array(i), held.start(i) + skipped, length - skipped);
      }
      skipped = Math.max(0, skipped - length);
    }
    int dataEnd = dataAt + held.length();
    if (left.limit() > dataEnd && left.hasRemaining()) {
      rest[n++] = copy(left, Math.max(left.position(), dataEnd), left.limit());
    }
    return Arrays.copyOf(rest, n);
  }

  private static ByteBuffer copy(ByteBuffer buffer, int from, int to) {
    byte[] bytes = new byte[to - from];
    buffer.get(from, bytes);
    return ByteBuffer.wrap(bytes);
  }
}
