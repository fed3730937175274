package io.tidings.sse.hub;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The history of a hub, the thread that stores into it, and the threads that read from it.
 *
 * @param memory how much of each topic is also kept in memory
 * @param askers who may ask the history on threads of their own
 * @param patience how long a client's thread waits for the history before it is turned away
 */
record Archive(
    History history,
    ReplayPolicy memory,
    Commits commits,
    Pages pages,
    Semaphore askers,
    Duration patience) {

  /** So many threads wait for a disk that is stuck, and no more. */
  private static final int MOST_ASKERS = 32;

  static Archive of(
      History history,
      ReplayPolicy memory,
      Duration patience,
      HubEnvironment environment,
      Notices notices) {
    return new Archive(
        history,
        memory,
        new Commits(history, environment, notices),
        new Pages(history, environment, notices),
        new Semaphore(MOST_ASKERS),
        patience);
  }

  /**
   * Asks the history on the caller's thread, which may never come back; fails when so many are
   * waiting for it already that this one had better not.
   */
  <T> T ask(Function<History, T> question) {
    if (!askers.tryAcquire()) { // which an interrupt does not keep anyone from
      awaitTurn();
    }
    try {
      return question.apply(history);
    } finally {
      askers.release();
    }
  }

  private void awaitTurn() {
    try {
      if (!askers.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new HistoryException("history must answer within " + patience + "; did not", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HistoryException("thread must not be interrupted; was", e);
    }
  }

  /** Where one reader of a topic finds what memory does not have; null when nothing is kept. */
  static @Nullable Archive of(HubStream stream, HubTopic topic) {
    Archive archive = stream.context().archive();
    return topic.definition.replay().keepsHistory() ? archive : null;
  }

  /** Closes it when what was given is stored and nothing is being read, however long that takes. */
  void close() {
    commits.close(Expiry.FOR_EVER);
    if (pages.close(Expiry.FOR_EVER)) {
      history.close();
    }
  }
}
