package io.tidings.sse.transport.grizzly;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.util.concurrent.locks.ReentrantLock;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.CompletionHandler;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Context;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.Processor;
import org.glassfish.grizzly.ProcessorResult;
import org.glassfish.grizzly.ProcessorSelector;
import org.glassfish.grizzly.asyncqueue.AsyncQueue;
import org.glassfish.grizzly.asyncqueue.MessageCloner;
import org.glassfish.grizzly.asyncqueue.PushBackHandler;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a connection that carries a stream in place of Grizzly's filters, because only who reads
 * notices that a peer has gone. What a peer sends too soon, its next request, is kept until the
 * stream has ended. Safe for any thread.
 */
@SuppressWarnings("rawtypes") // as Grizzly declares what is implemented here
final class Watch implements ProcessorSelector, Processor<Context> {

  private final TCPNIOConnection connection;

  /** What reads the connection otherwise; null for the transport's own. */
  private final @Nullable Processor before;

  private final ReentrantLock lock = new ReentrantLock();

  // Guarded by the lock.
  private @Nullable Buffer early;
  private boolean over;

  Watch(TCPNIOConnection connection) {
    this.connection = connection;
    this.before = connection.getProcessor();
  }

  /** Begins; whatever was read before is Grizzly's. */
  void begin() throws IOException {
    connection.setProcessorSelector(this); // for what is not read
    connection.setProcessor(this);
    connection.enableIOEvent(IOEvent.READ);
  }

  /** Reads no more, and says what has come too soon, if anything has. */
  @Nullable Buffer end() {
    lock.lock();
    try {
      over = true;
      return early;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Leaves reading to Grizzly, which finds it as if it had never been left to somebody else. By the
   * thread that selects.
   *
   * @return false when a worker is about to read, and so will have Grizzly do it
   */
  boolean leave() throws IOException {
    connection.setProcessor(before);
    connection.setProcessorSelector(null);
    // Until a worker that was sent to read is through, nobody waits for more to read.
    boolean isIdle = (connection.getSelectionKey().interestOps() & SelectionKey.OP_READ) != 0;
    connection.disableIOEvent(IOEvent.READ);
    return isIdle;
  }

  @Override
  public Processor select(IOEvent ioEvent, Connection connection) {
    return ioEvent == IOEvent.READ ? this : connection.getTransport().getProcessor();
  }

  @Override
  public Context obtainContext(Connection connection) {
    Context context = Context.create(connection);
    context.setProcessor(this);
    return context;
  }

  /** Reads once: until the stream has ended, a request more would only be kept. */
  @Override
  public ProcessorResult process(Context context) {
    lock.lock();
    try {
      return read(context);
    } finally {
      lock.unlock();
    }
  }

  private ProcessorResult read(Context context) {
    if (over) { // whoever was sent to read meanwhile has Grizzly look instead
      return ProcessorResult.createComplete(AsyncQueue.EXPECTING_MORE_OPTION);
    }
    if (early != null) {
      return enough(context);
    }
    try {
      early = ((TCPNIOTransport) connection.getTransport()).read(connection, null);
    } catch (EOFException gone) {
      return ProcessorResult.createLeave(); // its listeners know
    } catch (IOException e) {
      connection.terminateSilently();
      return ProcessorResult.createLeave();
    }
    if (early == null) {
      return ProcessorResult.createComplete();
    }
    return enough(context);
  }

  private static ProcessorResult enough(Context context) {
    context.setManualIOEventControl(); // the kernel keeps the rest
    return ProcessorResult.createLeave();
  }

  @Override
  public boolean isInterested(IOEvent ioEvent) {
    return ioEvent == IOEvent.READ;
  }

  @Override
  public void setInterested(IOEvent ioEvent, boolean isInterested) {
    throw notHere();
  }

  @Override
  public void read(Connection connection, CompletionHandler completionHandler) {
    throw notHere();
  }

  @Override
  public void write(
      Connection connection, Object address, Object message, CompletionHandler handler) {
    throw notHere();
  }

  @Override
  public void write(
      Connection connection,
      Object address,
      Object message,
      CompletionHandler handler,
      MessageCloner cloner) {
    throw notHere();
  }

  @Override
  @Deprecated
  public void write(
      Connection connection,
      Object address,
      Object message,
      CompletionHandler handler,
      PushBackHandler pushBack) {
    throw notHere();
  }

  private static UnsupportedOperationException notHere() {
    return new UnsupportedOperationException("connection must be at its stream's end; was not");
  }
}
