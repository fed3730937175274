package io.tidings.sse.transport;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A batch as one chunk of an HTTP/1.1 response, in buffers that one thread uses again and again:
 * all readers of a topic get the same arrays, so that a write makes no garbage.
 */
public final class ChunkBuffers {

  private static final ThreadLocal<ChunkBuffers> OF_THREAD =
      ThreadLocal.withInitial(ChunkBuffers::new);

  private static final int LONGEST_HEAD = 2 + 8 + 2;
  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private final ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD);
  private final ByteBuffer tail = ByteBuffer.wrap(new byte[] {'\r', '\n'});

  /** The last buffers of each length, because a gathering write takes a whole array. */
  private @Nullable ByteBuffer[][] lastOfLength = new ByteBuffer[4][];

  private ChunkBuffers() {}

  /** The buffers of the calling thread. */
  public static ChunkBuffers ofThisThread() {
    return OF_THREAD.get();
  }

  /** The batch as {@code hex CRLF data CRLF}; good until this thread's next call. */
  public ByteBuffer[] whole(Batch batch) {
    ByteBuffer[] buffers = ofLength(batch.size() + 2);
    writeHead(batch.length(), false);
    writeData(batch, buffers);
    buffers[batch.size() + 1] = tail.rewind();
    return buffers;
  }

  /** The batch as {@code CRLF hex CRLF data}: the chunk before is still to be ended. */
  public ByteBuffer[] afterOpenChunk(Batch batch) {
    ByteBuffer[] buffers = ofLength(batch.size() + 1);
    writeHead(batch.length(), true);
    writeData(batch, buffers);
    return buffers;
  }

  /** What is left of these buffers, in buffers of its own. */
  public static ByteBuffer[] rest(ByteBuffer[] buffers) {
    ByteBuffer[] rest = new ByteBuffer[buffers.length];
    int n = 0;
    for (int i = 0; i < buffers.length; i++) {
      if (buffers[i].hasRemaining()) {
        // The head is written over by the next chunk; the data never changes.
        rest[n++] = i == 0 ? copy(buffers[i]) : buffers[i].duplicate();
      }
    }
    return Arrays.copyOf(rest, n);
  }

  private static ByteBuffer copy(ByteBuffer buffer) {
    return ByteBuffer.allocate(buffer.remaining()).put(buffer.duplicate()).flip();
  }

  @SuppressWarnings("ByteBufferBackingArray") // every one of them was wrapped here
  private void writeData(Batch batch, ByteBuffer[] buffers) {
    buffers[0] = head;
    for (int i = 0; i < batch.size(); i++) {
      ByteBuffer last = buffers[i + 1];
      boolean isSame = last != null && last.array() == batch.array(i);
      ByteBuffer data = isSame ? last.clear() : ByteBuffer.wrap(batch.array(i));
      buffers[i + 1] = data.position(batch.start(i)).limit(batch.end(i));
    }
  }

  private void writeHead(int length, boolean endsChunkBefore) {
    head.clear();
    if (endsChunkBefore) {
      head.put((byte) '\r').put((byte) '\n');
    }
    int digits = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 3) / 4);
    for (int i = digits - 1; i >= 0; i--) {
      head.put(HEX[length >>> (4 * i) & 0xf]);
    }
    head.put((byte) '\r').put((byte) '\n').flip();
  }

  private ByteBuffer[] ofLength(int length) {
    if (length >= lastOfLength.length) {
      lastOfLength = Arrays.copyOf(lastOfLength, length * 2);
    }
    ByteBuffer[] last = lastOfLength[length];
    if (last == null) {
      last = new ByteBuffer[length];
      lastOfLength[length] = last;
    }
    return last;
  }
}
