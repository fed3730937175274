package io.tidings.sse.transport.servlet;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Sends what a flush over HTTP/2 has left. Undertow says that all is flushed as soon as nothing is
 * under way, even when the window of the client has let only a part through while it asked itself,
 * and keeps the rest until the next write. On the thread that writes to the socket nothing happens
 * in between, so it looks there again. Written to by one thread at a time.
 */
final class UndertowFlush extends AbstractStreamSinkConduit<StreamSinkConduit> implements Runnable {

  /** What every client takes in one frame. */
  private static final int FRAME = 1 << 14;

  private static final long SHORTEST_PAUSE_MILLIS = 50;

  /** A client that lets nothing through must not cost much. */
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private final int framesOfBuffer;
  private final ReentrantLock lock = new ReentrantLock();

  // Guarded by the lock.
  private boolean isLooking;
  private boolean isOver;
  private long pauseMillis = SHORTEST_PAUSE_MILLIS;

  private UndertowFlush(StreamSinkConduit next, int bufferSize) {
    super(next);
    this.framesOfBuffer = 1 + bufferSize / FRAME;
  }

  /** For an exchange whose response has not begun. */
  static void in(HttpServerExchange exchange) {
    exchange.addResponseWrapper(
        (factory, of) ->
            new UndertowFlush(
                factory.create(), of.getConnection().getByteBufferPool().getBufferSize()));
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return alone(() -> super.write(source));
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    return alone(() -> super.write(sources, offset, length));
  }

  @Override
  public boolean flush() throws IOException {
    return alone(this::flushAndLook);
  }

  private boolean flushAndLook() throws IOException {
    boolean isFlushed = super.flush();
    pauseMillis = SHORTEST_PAUSE_MILLIS;
    if (isFlushed && !isLooking && !isOver && Thread.currentThread() != getWriteThread()) {
      isLooking = true;
      later(this, 0);
    }
    return isFlushed;
  }

  @Override
  public int writeFinal(ByteBuffer source) throws IOException {
    return last(() -> super.writeFinal(source));
  }

  @Override
  public long writeFinal(ByteBuffer[] sources, int offset, int length) throws IOException {
    return last(() -> super.writeFinal(sources, offset, length));
  }

  @Override
  public void terminateWrites() throws IOException {
    last(
        () -> {
          super.terminateWrites();
          return true;
        });
  }

  /**
   * Between two writes, because one of them may be filling the buffer that this gives back; later,
   * if somebody is in a write.
   */
  @Override
  public void truncateWrites() throws IOException {
    if (!lock.tryLock()) {
      later(this::truncateQuietly, SHORTEST_PAUSE_MILLIS);
      return;
    }
    try {
      isOver = true;
      super.truncateWrites();
    } finally {
      lock.unlock();
    }
  }

  @SuppressWarnings("EmptyCatch") // a closed stream is what is wanted
  private void truncateQuietly() {
    try {
      truncateWrites();
    } catch (IOException e) {
      // It is closed already.
    }
  }

  /** By the thread that writes to the socket, which waits for nobody. */
  @Override
  public void run() {
    if (!lock.tryLock()) {
      later(this, SHORTEST_PAUSE_MILLIS);
      return;
    }
    try {
      isLooking = !isOver && !isOut();
      if (isLooking) {
        later(this, pauseMillis);
        pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Each flush sends all there is, or a frame, or uses the window up, and the next one says so. */
  private boolean isOut() {
    try {
      for (int i = 0; i <= framesOfBuffer; i++) {
        if (!next.flush()) {
          return false;
        }
      }
      return true;
    } catch (IOException | RuntimeException e) {
      return true; // it has been closed, and nothing more leaves
    }
  }

  @SuppressWarnings("EmptyCatch") // the server is stopping
  private void later(Runnable task, long millis) {
    try {
      if (millis == 0) {
        getWriteThread().execute(task);
      } else {
        getWriteThread().executeAfter(task, millis, TimeUnit.MILLISECONDS);
      }
    } catch (RejectedExecutionException e) {
      // It has no thread left that would send anything.
    }
  }

  /** What Undertow itself sends to the end, whatever the window. */
  private <T> T last(Call<T> call) throws IOException {
    return alone(
        () -> {
          isOver = true;
          return call.made();
        });
  }

  private <T> T alone(Call<T> call) throws IOException {
    lock.lock();
    try {
      return call.made();
    } finally {
      lock.unlock();
    }
  }

  private interface Call<T> {
    T made() throws IOException;
  }
}
