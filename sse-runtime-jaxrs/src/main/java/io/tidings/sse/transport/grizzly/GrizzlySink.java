package io.tidings.sse.transport.grizzly;

import io.tidings.sse.transport.Batch;
import io.tidings.sse.transport.ChunkBuffers;
import io.tidings.sse.transport.SinkEvents;
import io.tidings.sse.transport.StartedResponse;
import io.tidings.sse.transport.StreamSink;
import io.tidings.sse.transport.Turn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.CloseListener;
import org.glassfish.grizzly.CloseType;
import org.glassfish.grizzly.Closeable;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection of Grizzly that carries the rest of one response: writes to its channel while its
 * queue is empty, and to the queue what the channel does not take.
 */
final class GrizzlySink implements StreamSink {

  private final TCPNIOConnection connection;
  private final SocketChannel channel;
  private final WriteQueue queue;
  private final HandOver handOver;
  private final Turn turn = Turn.ofPump();
  private final AtomicBoolean over = new AtomicBoolean();

  /** The only one to tell that a peer has vanished. */
  private final CloseListener<Closeable, CloseType> closed =
      (closeable, type) -> {
        closing = true;
        lose();
      };

  // Written by whoever closes the connection; read by any thread.
  private volatile boolean closing;

  /** Whether nothing but what is written here can be in the queue: Grizzly has sent the head. */
  private boolean queueIsOurs; // used only by the pumping thread

  // Set once, by open.
  private volatile @Nullable SinkEvents events;

  /** Let go by open: an idle stream must not keep all that its request was made of. */
  private @Nullable HttpResponsePacket packet;

  private @Nullable StartedResponse response;

  GrizzlySink(TCPNIOConnection connection, HttpResponsePacket packet, StartedResponse response) {
    this.connection = connection;
    this.channel = (SocketChannel) connection.getChannel();
    this.queue = new WriteQueue(connection, this::onWritten, this::lose);
    this.handOver = new HandOver(connection);
    this.packet = packet;
    this.response = response;
  }

  @Override
  public boolean isBlocking() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return channel.isConnected();
  }

  @Override
  public void open(SinkEvents events) throws IOException {
    this.events = events;
    connection.addCloseListener(closed);
    HttpResponsePacket started = packet;
    StartedResponse begun = response;
    packet = null;
    response = null;
    if (started != null && begun != null) {
      handOver.begin(started, begun);
    }
    events.writable();
  }

  @Override
  public boolean write(Batch batch) throws IOException {
    ChunkBuffers buffers = ChunkBuffers.ofThisThread();
    ByteBuffer chunk = buffers.whole(batch)[0];
    if (isQueueEmpty()) {
      channel.write(chunk);
      if (!chunk.hasRemaining()) {
        return true;
      }
    }
    turn.toContainer();
    queue.write(buffers.rest());
    return false;
  }

  /** Asks once: while it is the pump's turn, all that was left to the queue has gone. */
  private boolean isQueueEmpty() {
    queueIsOurs |= queue.isEmpty();
    return queueIsOurs;
  }

  private void onWritten() {
    SinkEvents told = events;
    if (!turn.toPump()) {
      finish();
    } else if (told != null) {
      told.writable();
    }
  }

  @Override
  public void end() {
    if (turn.end()) {
      finish();
    }
  }

  private void finish() {
    over.set(true);
    connection.removeCloseListener(closed);
    handOver.end();
  }

  @Override
  public void abort() {
    over.set(true);
    if (!closing) { // or what is on its way would be lost to a reset
      new ConnectionCut(connection).cut();
    }
  }

  private void lose() {
    SinkEvents told = events;
    if (over.compareAndSet(false, true) && told != null) {
      told.gone();
    }
  }
}
