package io.tidings.sse.transport.servlet;

import io.tidings.sse.transport.Batch;
import io.tidings.sse.transport.Cut;
import io.tidings.sse.transport.Occupancy;
import io.tidings.sse.transport.SinkEvents;
import io.tidings.sse.transport.StartedResponse;
import io.tidings.sse.transport.StreamSink;
import io.tidings.sse.transport.Turn;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a servlet response without blocking. The container may be asked whether it is ready
 * only after a write, and only by the one whose turn it is.
 */
final class ServletSink implements StreamSink, WriteListener, AsyncListener {

  private static final String TOMCAT = "org.apache.catalina.";
  private static final long NEVER = 0;
  private static final long AT_ONCE = 1;

  private final AsyncContext async;
  private final StartedResponse response;
  private final boolean flushes;
  private final Turn turn = Turn.ofContainer();
  private final Occupancy occupancy;
  private final AtomicBoolean aborted = new AtomicBoolean();

  // Set once, by open.
  private @Nullable SinkEvents events;
  private @Nullable ServletOutputStream out;

  // Used by the one whose turn it is.
  private boolean owesFlush;

  /**
   * A sink for what is left of a response.
   *
   * @param flushes whether the container keeps bytes back until it is told to flush
   */
  ServletSink(AsyncContext async, StartedResponse response, boolean flushes) {
    this.async = async;
    this.response = response;
    this.flushes = flushes;
    this.occupancy = response.occupancy();
  }

  @Override
  public boolean isBlocking() {
    return false;
  }

  @Override
  public void open(SinkEvents events) {
    this.events = events;
    try {
      async.setTimeout(NEVER);
      async.addListener(this);
      out = async.getResponse().getOutputStream();
      out.setWriteListener(this);
    } catch (IOException | IllegalStateException e) {
      events.gone(); // the request has completed meanwhile
    }
  }

  @Override
  public boolean write(Batch batch) throws IOException {
    if (!occupancy.enter()) {
      throw new IOException("response must be open; has failed");
    }
    try {
      writeTo(output(), batch);
      owesFlush = flushes;
      turn.toContainer(); // from the moment isReady() says no, the container may call
      return isSettled() && turn.toPump();
    } catch (RuntimeException e) {
      // What a container throws when it has taken the response back, as it does when it stops.
      throw new IOException("response must be open; was taken back", e);
    } finally {
      occupancy.leave();
    }
  }

  /** One call for one array: the container must be asked between two. */
  private static void writeTo(ServletOutputStream out, Batch batch) throws IOException {
    if (batch.size() == 1) {
      out.write(batch.array(0), batch.start(0), batch.end(0) - batch.start(0));
    } else {
      out.write(batch.joined());
    }
  }

  /** Whether everything is written and flushed; if not, the container will call. */
  private boolean isSettled() throws IOException {
    ServletOutputStream stream = output();
    while (stream.isReady()) {
      if (!owesFlush) {
        return true;
      }
      owesFlush = false;
      stream.flush();
    }
    return false;
  }

  @Override
  public void onWritePossible() throws IOException {
    if (!turn.isContainers() || !isSettled()) {
      return;
    }
    if (turn.toPump()) {
      events().writable();
    } else {
      finish();
    }
  }

  @Override
  public void end() {
    if (turn.end() && occupancy.enter()) {
      try {
        finish();
      } finally {
        occupancy.leave();
      }
    }
  }

  private void finish() {
    onTheRightThread(
        () -> {
          try {
            response.finish();
          } catch (Exception e) {
            abort();
          }
        });
  }

  @Override
  public void abort() {
    if (!aborted.compareAndSet(false, true)) {
      return;
    }
    Optional<Cut> cut = response.cut();
    if (cut.isPresent()) {
      cut.get().cut();
      letGo();
    } else if (async.getClass().getName().startsWith(TOMCAT)) {
      cutByTimeout();
    } else {
      letGo();
    }
  }

  private void letGo() {
    onTheRightThread(this::release);
  }

  private void onTheRightThread(Runnable task) {
    response.cut().ifPresentOrElse(cut -> cut.afterwards(task), task);
  }

  /**
   * Tomcat would flush to a stuck client when the request completes, with a thread parked for it,
   * but closes the connection of a request that has timed out; it looks once a second.
   */
  @SuppressWarnings("EmptyCatch") // a request that has completed is what is wanted
  private void cutByTimeout() {
    try {
      async.setTimeout(AT_ONCE);
    } catch (IllegalStateException e) {
      // It has completed.
    }
  }

  /** Completes before it gives back: with a write pending, the other order leaks. */
  @SuppressWarnings("EmptyCatch") // a request that has completed is what is wanted
  private void release() {
    try {
      async.complete();
    } catch (RuntimeException e) {
      // It has completed, or its server has stopped.
    }
    response.release();
  }

  @Override
  public void onError(Throwable failure) {
    occupancy.vacate();
    events().gone();
  }

  @Override
  public void onError(AsyncEvent event) {
    occupancy.vacate();
    events().gone();
    letGo();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    occupancy.vacate();
    events().gone();
    response.release();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // No more: the container then treats the request as failed, and closes the connection.
    occupancy.vacate();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Only a dispatch would start it again, and nobody dispatches a stream.
  }

  private SinkEvents events() {
    if (events == null) {
      throw new IllegalStateException("sink must be opened before it is used; was not");
    }
    return events;
  }

  private ServletOutputStream output() {
    if (out == null) {
      throw new IllegalStateException("sink must be opened before it is used; was not");
    }
    return out;
  }
}
