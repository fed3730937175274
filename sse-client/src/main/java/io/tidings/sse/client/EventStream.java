package io.tidings.sse.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A running stream. Used by any thread. */
public final class EventStream implements AutoCloseable {

  private static final int KEPT_CHARS = 1024;

  private final RunSwitch running;
  private final Runnable onClose;
  private final CompletableFuture<EndReason> done = new CompletableFuture<>();

  // Written by the stream's thread.
  private volatile StreamState state = StreamState.CONNECTING;
  private volatile @Nullable StreamException failure;

  // A ReceivedEvent or a String: which id it is, is found out when somebody asks.
  private volatile Object cursor;

  private EventStream(RunSwitch running, String lastEventId, Runnable onClose) {
    this.running = running;
    this.onClose = onClose;
    this.cursor = lastEventId;
  }

  /** Starts a stream; {@code onClose} lets go of a listener that waits in a call. */
  static EventStream start(SseClient client, StreamListener listener, Runnable onClose) {
    RunSwitch running = new RunSwitch(client.timing().pause());
    EventStream stream = new EventStream(running, client.lastEventId(), onClose);
    Threads.start(
        "sse-client " + client.uri().getHost(), new StreamLoop(client, stream, running, listener));
    return stream;
  }

  /**
   * Ends the stream at once, whatever it is doing. After it has returned the listener hears the end
   * and nothing else; a call that is running is not cut off.
   */
  @Override
  public void close() {
    running.close();
    onClose.run();
  }

  /** Connects anew, now: leaves the connection, or the wait for the next attempt. */
  public void restart() {
    running.restart();
  }

  /**
   * What the stream is doing.
   *
   * @return its state
   */
  public StreamState state() {
    return isClosed() ? StreamState.CLOSED : state;
  }

  /**
   * The cursor: what a reconnect would send.
   *
   * @return the last event id; empty for none
   */
  public String lastEventId() {
    return cursor instanceof ReceivedEvent event ? event.lastEventId() : (String) cursor;
  }

  /**
   * The end.
   *
   * @return completed with the reason, after the listener's {@code onEnd}
   */
  public CompletionStage<EndReason> done() {
    return done.copy();
  }

  /**
   * The last failure of a connection.
   *
   * @return the failure; nothing when none has failed
   */
  public Optional<StreamException> failure() {
    return Optional.ofNullable(failure);
  }

  boolean isClosed() {
    return running.isClosed();
  }

  void state(StreamState newState) {
    state = newState;
  }

  /** An event moved the cursor; a large one is not kept for the sake of its id. */
  void moved(ReceivedEvent event) {
    cursor = event.data().length() > KEPT_CHARS ? event.lastEventId() : event;
  }

  void moved(String lastEventId) {
    cursor = lastEventId;
  }

  void failed(StreamException newFailure) {
    failure = newFailure;
  }

  void ended(EndReason reason) {
    done.complete(reason);
  }

  /** A listener threw where it is not allowed to: its thread's handler hears of it. */
  void uncaught(RuntimeException thrown) {
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
  }
}
