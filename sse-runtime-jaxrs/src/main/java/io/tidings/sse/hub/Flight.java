package io.tidings.sse.hub;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One call of a snapshot's source that newcomers share. Safe for any thread. */
final class Flight {

  final Question question;
  private final CompletableFuture<Optional<Answer>> answer = new CompletableFuture<>();
  private final AtomicBoolean started = new AtomicBoolean();

  // Used only under the stream's lock.
  long position;
  boolean stuck;
  @Nullable Flight next;

  // Written under the stream's lock; read by any thread.
  private volatile boolean queued;

  Flight(Question question, long position) {
    this.question = question;
    this.position = position;
  }

  /** A flight that begins when the one before it has returned. */
  static Flight after(Flight before, long position) {
    Flight flight = new Flight(before.question, position);
    flight.queued = true;
    return flight;
  }

  /** Its turn has come, at this position; under the stream's lock. */
  void promote(long position) {
    this.position = position;
    queued = false;
  }

  /** Whether the caller is the one to ask the source now. */
  boolean start() {
    return !queued && started.compareAndSet(false, true);
  }

  /** Nobody waits for it any more; empty when there is no answer. */
  void land(Optional<Answer> result) {
    answer.complete(result);
  }

  boolean hasLanded() {
    return answer.isDone();
  }

  /** The answer; empty when there is none, or none yet. */
  Optional<Answer> answer() {
    return answer.getNow(Optional.empty());
  }

  void whenLanded(Runnable action) {
    var unused = answer.thenRun(action);
  }
}
