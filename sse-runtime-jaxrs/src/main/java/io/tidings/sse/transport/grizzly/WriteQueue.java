package io.tidings.sse.transport.grizzly;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.asyncqueue.AsyncQueueWriter;
import org.glassfish.grizzly.asyncqueue.MessageCloner;
import org.glassfish.grizzly.asyncqueue.WritableMessage;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;

/** The bytes that a connection of Grizzly still has to write. */
final class WriteQueue extends EmptyCompletionHandler<WriteResult<WritableMessage, SocketAddress>> {

  private final TCPNIOConnection connection;
  private final TCPNIOTransport transport;
  private final Runnable written;
  private final Runnable lost;

  WriteQueue(TCPNIOConnection connection, Runnable written, Runnable lost) {
    this.connection = connection;
    this.transport = (TCPNIOTransport) connection.getTransport();
    this.written = written;
    this.lost = lost;
  }

  boolean isEmpty() {
    return connection.getAsyncWriteQueue().spaceInBytes() == 0;
  }

  /** Writes these bytes after all others, and then says so. */
  void write(ByteBuffer[] buffers) {
    AsyncQueueWriter<SocketAddress> writer = transport.getAsyncQueueIO().getWriter();
    writer.write(connection, null, joined(buffers), this, (MessageCloner<WritableMessage>) null);
  }

  private Buffer joined(ByteBuffer[] buffers) {
    MemoryManager<?> memory = transport.getMemoryManager();
    Buffer all = Buffers.EMPTY_BUFFER;
    for (ByteBuffer buffer : buffers) {
      all = Buffers.appendBuffers(memory, all, Buffers.wrap(memory, buffer));
    }
    return all;
  }

  @Override
  public void completed(WriteResult<WritableMessage, SocketAddress> result) {
    written.run();
  }

  @Override
  public void failed(Throwable failure) {
    lost.run();
  }

  @Override
  public void cancelled() {
    lost.run();
  }
}
