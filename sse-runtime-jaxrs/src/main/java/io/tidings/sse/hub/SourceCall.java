package io.tidings.sse.hub;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One question to a source: answered, failed, overdue or abandoned. Run once; ended by any thread.
 */
final class SourceCall implements Runnable {

  /** Who wants to know; told by the call's thread, but for {@link #overdue}. */
  interface Asker {

    /** The source has said this; null when it has nothing to say. */
    void answered(@Nullable Answer answer);

    /** The source has thrown. */
    void failed(Throwable failure);

    /** The source was interrupted, because it has taken too long; it may still run. */
    void overdue(Duration patience);

    /** The source does not run any more; told last, however the call has ended. */
    void returned();
  }

  private final Callable<@Nullable Answer> question;
  private final Duration patience;
  private final Asker asker;
  private final ReentrantLock lock = new ReentrantLock();

  // Written under the lock.
  private @Nullable Thread thread;
  private boolean over;

  // Written before the call is handed over, and by its thread; read by the watch.
  private volatile long askedAt;
  private volatile long startedAt;
  private volatile boolean running;

  SourceCall(Callable<@Nullable Answer> question, Duration patience, Asker asker) {
    this.question = question;
    this.patience = patience;
    this.asker = asker;
  }

  void askedAt(long nanos) {
    askedAt = nanos;
  }

  void startedAt(long nanos) {
    startedAt = nanos;
  }

  @Override
  public void run() {
    try {
      if (begin()) {
        ask();
      }
    } finally {
      asker.returned();
    }
  }

  private void ask() {
    Answer answer = null;
    Throwable failure = null;
    try {
      answer = question.call();
    } catch (Throwable e) {
      failure = e; // of whatever kind: it is the application's, and must not end our thread
    }
    if (!end()) {
      return;
    }
    if (failure == null) {
      asker.answered(answer);
    } else {
      asker.failed(failure);
    }
  }

  private boolean begin() {
    lock.lock();
    try {
      running = !over;
      thread = running ? Thread.currentThread() : null;
      return running;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the asker still waits for it. */
  private boolean end() {
    lock.lock();
    try {
      boolean isWanted = !over;
      over = true;
      running = false;
      thread = null; // from here on nobody interrupts it
      boolean unused = Thread.interrupted();
      return isWanted;
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts the source if it runs, and says whether that was not done before. */
  boolean abandon() {
    lock.lock();
    try {
      boolean isFirst = !over;
      over = true;
      if (isFirst && thread != null) {
        thread.interrupt();
      }
      return isFirst;
    } finally {
      lock.unlock();
    }
  }

  /** Whether it has been running for longer than this. */
  boolean isSlow(long now, Duration limit) {
    return running && now - startedAt > limit.toNanos();
  }

  /** Gives it up if it has taken too long. */
  void tick(long now) {
    if (now - askedAt >= patience.toNanos() && abandon()) {
      asker.overdue(patience);
    }
  }
}
