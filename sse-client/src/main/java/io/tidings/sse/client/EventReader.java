package io.tidings.sse.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A stream that is pulled. Used by any thread.
 *
 * <p>Only a few events wait here; when nobody receives, the socket and then the server wait.
 */
public final class EventReader implements AutoCloseable {

  private static final int MOST_EVENTS = 64;
  private static final long MOST_CHARS = 256 * 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Guarded by the lock.
  private final ArrayDeque<ReceivedEvent> waiting = new ArrayDeque<>();
  private long waitingChars;
  private @Nullable EndReason end;
  private boolean closed;

  private @Nullable EventStream stream;

  private EventReader() {}

  static EventReader open(SseClient client) {
    EventReader reader = new EventReader();
    reader.stream = EventStream.start(client, reader.new Hand(), reader::release);
    return reader;
  }

  /**
   * Waits for the next event. A gap is an event, too: {@link Gap#of} reads it.
   *
   * @return the event; nothing when the stream is over
   * @throws StreamException when the stream ended by a failure
   * @throws InterruptedException if the thread is interrupted
   */
  public Optional<ReceivedEvent> receive() throws StreamException, InterruptedException {
    return receive(Duration.ofNanos(Long.MAX_VALUE));
  }

  /**
   * Waits for the next event, but not longer than this.
   *
   * @param timeout the longest wait
   * @return the event; nothing when there was none in time or the stream is over
   * @throws StreamException when the stream ended by a failure
   * @throws InterruptedException if the thread is interrupted
   */
  public Optional<ReceivedEvent> receive(Duration timeout)
      throws StreamException, InterruptedException {
    lock.lock();
    try {
      long left = Timing.nanos(timeout);
      while (waiting.isEmpty() && end == null && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      ReceivedEvent event = closed ? null : waiting.poll();
      if (event == null) {
        checkEnd();
        return Optional.empty();
      }
      waitingChars -= event.data().length();
      changed.signalAll();
      return Optional.of(event);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether nothing more will come.
   *
   * @return {@code true} when the stream is over and all its events were received
   */
  public boolean isEnded() {
    lock.lock();
    try {
      return closed || (end != null && waiting.isEmpty());
    } finally {
      lock.unlock();
    }
  }

  /**
   * The stream behind it.
   *
   * @return the running stream
   */
  public EventStream stream() {
    EventStream running = stream;
    if (running == null) {
      throw new IllegalStateException("reader must be open");
    }
    return running;
  }

  /** Ends the stream at once; who waits in {@link #receive()} returns with nothing. */
  @Override
  public void close() {
    stream().close();
  }

  private void release() {
    lock.lock();
    try {
      closed = true;
      waiting.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void checkEnd() throws StreamException {
    if (end == EndReason.FAILED && stream().failure().isPresent()) {
      throw stream().failure().get();
    }
  }

  /** The hand that puts events in; waits while there are enough. */
  private final class Hand implements RawListener {

    @Override
    public void onEvent(ReceivedEvent event) throws InterruptedException {
      lock.lock();
      try {
        while (!closed && (waiting.size() >= MOST_EVENTS || waitingChars >= MOST_CHARS)) {
          changed.await();
        }
        if (!closed) {
          waiting.add(event);
          waitingChars += event.data().length();
          changed.signalAll();
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void onEnd(EndReason reason) {
      lock.lock();
      try {
        end = reason;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }
}
