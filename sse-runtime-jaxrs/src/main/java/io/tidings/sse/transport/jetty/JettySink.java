package io.tidings.sse.transport.jetty;

import io.tidings.sse.transport.Batch;
import io.tidings.sse.transport.ChunkBuffers;
import io.tidings.sse.transport.SinkEvents;
import io.tidings.sse.transport.StartedResponse;
import io.tidings.sse.transport.StreamSink;
import io.tidings.sse.transport.Turn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.IdleTimeout;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/**
 * A connection of Jetty that carries the rest of one response, and becomes an HTTP connection again
 * after it. Jetty leaves each chunk open, so that every chunk begins by ending the one before.
 */
final class JettySink extends AbstractConnection.NonBlocking
    implements StreamSink, Connection.UpgradeTo, Callback {

  private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final long NEVER = 0;
  private static final AtomicIntegerFieldUpdater<JettySink> OVER =
      AtomicIntegerFieldUpdater.newUpdater(JettySink.class, "over");

  /**
   * Where an endpoint that does nothing else would write; null when bytes must pass the endpoint.
   */
  private final @Nullable SocketChannel channel;

  private final Connector connector;
  private final Inbound inbound;
  private final Turn turn = Turn.ofContainer();

  // Written by any thread: zero until it is over. No object more, for there are many idle readers.
  @SuppressWarnings("UnusedVariable") // read through its updater
  private volatile int over;

  // Set once, by open, before the request completes.
  private volatile @Nullable SinkEvents events;

  /** Let go by open: an idle stream must not keep all that its request was made of. */
  private volatile @Nullable StartedResponse response;

  JettySink(EndPoint endPoint, Connector connector, StartedResponse response) {
    super(endPoint, connector.getExecutor());
    this.channel = channelOf(endPoint);
    this.connector = connector;
    this.response = response;
    this.inbound = new Inbound(this, connector);
  }

  /** Not of TLS, nor of an endpoint that somebody has made his own. */
  private static @Nullable SocketChannel channelOf(EndPoint endPoint) {
    boolean isBare = endPoint.getClass() == SocketChannelEndPoint.class;
    return isBare ? ((SocketChannelEndPoint) endPoint).getChannel() : null;
  }

  @Override
  public boolean isBlocking() {
    return false;
  }

  @Override
  public boolean isOpen() {
    SocketChannel bare = channel;
    return bare == null ? getEndPoint().isOpen() : bare.isConnected();
  }

  /** Ends the request for Jersey and for Jetty, which then opens this connection. */
  @Override
  public void open(SinkEvents events) {
    this.events = events;
    StartedResponse begun = response;
    response = null;
    try {
      if (begun != null) {
        begun.finish();
      }
    } catch (Exception e) {
      lose(e);
    }
  }

  @Override
  public void onUpgradeTo(ByteBuffer pipelined) {
    inbound.keep(pipelined);
  }

  @Override
  public void onOpen() {
    super.onOpen();
    getEndPoint().setIdleTimeout(NEVER); // a stream may be silent longer than a request may
    inbound.listen();
    onWritten();
  }

  @Override
  public boolean write(Batch batch) throws IOException {
    ChunkBuffers buffers = ChunkBuffers.ofThisThread();
    if (flush(buffers.afterOpenChunk(batch))) {
      return true;
    }
    turn.toContainer();
    getEndPoint().write(this, buffers.rest());
    return false;
  }

  private boolean flush(ByteBuffer[] chunk) throws IOException {
    SocketChannel bare = channel;
    if (bare == null) {
      return getEndPoint().flush(chunk);
    }
    bare.write(chunk[0]);
    return !chunk[0].hasRemaining();
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  /** What was left of a write has been taken. */
  @Override
  public void succeeded() {
    onWritten();
  }

  @Override
  public void failed(Throwable cause) {
    lose(cause);
  }

  private void onWritten() {
    SinkEvents told = events;
    if (!turn.toPump()) {
      sendEnd();
    } else if (told != null) {
      told.writable();
    }
  }

  @Override
  public void end() {
    if (turn.end()) {
      sendEnd();
    }
  }

  private void sendEnd() {
    over = 1;
    if (getEndPoint() instanceof IdleTimeout idle) {
      idle.notIdle(); // or all the time since Jetty itself last read or wrote would count
    }
    getEndPoint().setIdleTimeout(connector.getIdleTimeout()); // bounds the last write, too
    Callback ended = Callback.from(InvocationType.NON_BLOCKING, this::onEnded, this::lose);
    getEndPoint().write(ended, ByteBuffer.wrap(LAST_CHUNK));
  }

  private void onEnded() {
    if (connector.isShutdown()) {
      getEndPoint().close();
    } else {
      inbound.goBack();
    }
  }

  @Override
  public void abort() {
    over = 1;
    new EndPointCut(getEndPoint()).cut();
    StartedResponse begun = response;
    if (begun != null) {
      begun.release();
    }
  }

  @Override
  public void onFillable() {
    inbound.read();
  }

  @Override
  public void onFillInterestedFailed(Throwable cause) {
    lose(cause);
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    super.onClose(cause);
    lose(cause);
  }

  /** The peer has gone, or the connection is of no use any more. */
  void lose(@Nullable Throwable cause) {
    if (OVER.compareAndSet(this, 0, 1)) {
      SinkEvents told = events;
      if (told != null) {
        told.gone();
      }
    }
    if (getEndPoint().getConnection() == this) {
      getEndPoint().close(cause);
    }
  }
}
