package io.tidings.sse.transport.jetty;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a peer sends while it gets a stream: nothing but its farewell, unless it has already sent
 * its next request. That is kept for the HTTP connection that comes after the stream.
 */
final class Inbound {

  /** A request that does not fit waits in the kernel for the HTTP connection. */
  private static final int CAPACITY = 2048;

  private enum State {
    /** Listening for a farewell. */
    LISTENING,
    /** The next request has begun to come, and nothing more is read. */
    KEPT,
    /** The stream has ended, and the next byte belongs to the next request. */
    ENDED
  }

  private static final AtomicReferenceFieldUpdater<Inbound, State> STATE =
      AtomicReferenceFieldUpdater.newUpdater(Inbound.class, State.class, "state");

  private final JettySink sink;
  private final Connector connector;
  private volatile State state = State.LISTENING;

  // Written before the state is set to KEPT.
  private @Nullable ByteBuffer kept;

  Inbound(JettySink sink, Connector connector) {
    this.sink = sink;
    this.connector = connector;
  }

  void keep(ByteBuffer pipelined) {
    kept = pipelined;
    state = State.KEPT;
  }

  void listen() {
    if (state == State.LISTENING) {
      sink.fillInterested();
    }
  }

  /** There is something to read. */
  void read() {
    if (state == State.ENDED) {
      becomeHttp();
      return;
    }
    ByteBuffer buffer = BufferUtil.allocate(CAPACITY);
    try {
      int filled = sink.getEndPoint().fill(buffer);
      if (filled > 0) {
        receive(buffer);
      } else if (filled == 0) {
        sink.fillInterested();
      } else {
        sink.lose(new EOFException());
      }
    } catch (IOException e) {
      sink.lose(e);
    }
  }

  private void receive(ByteBuffer buffer) {
    kept = buffer;
    if (!STATE.compareAndSet(this, State.LISTENING, State.KEPT)) {
      becomeHttp();
    }
  }

  /** The stream has ended: HTTP goes on with what was kept, or with the next that comes. */
  void goBack() {
    if (!STATE.compareAndSet(this, State.LISTENING, State.ENDED)) {
      becomeHttp();
    }
  }

  private void becomeHttp() {
    EndPoint endPoint = sink.getEndPoint();
    Connection http =
        connector
            .getConnectionFactory(HttpConnectionFactory.class)
            .newConnection(connector, endPoint);
    ByteBuffer early = kept;
    endPoint.setConnection(http);
    sink.onClose(null);
    if (early != null && http instanceof Connection.UpgradeTo upgraded) {
      upgraded.onUpgradeTo(early);
    }
    http.onOpen();
  }
}
