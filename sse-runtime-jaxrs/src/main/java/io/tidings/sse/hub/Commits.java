package io.tidings.sse.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Stores the events of a hub in its history, on one thread of its own: while one batch is being
 * stored, publishers gather the next and wait for it. Safe for any thread.
 */
final class Commits implements Runnable {

  /** A history that has not stored an event by then may never do so. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final History history;
  private final HubEnvironment environment;
  private final Notices notices;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition wanted = lock.newCondition();

  // Used only under the lock.
  private Batch gathering = new Batch();
  private @Nullable Thread thread;
  private boolean closed;

  Commits(History history, HubEnvironment environment, Notices notices) {
    this.history = history;
    this.environment = environment;
    this.notices = notices;
  }

  /**
   * Stores an event, and says where it stands when readers can see it; {@link Order#NOT_STORED}
   * when its topic was forgotten.
   */
  long store(Draft draft) {
    if (!draft.hold()) {
      return Order.NOT_STORED;
    }
    Batch batch = submit(draft);
    if (!batch.await(PATIENCE)) {
      throw new PublishTimeoutException(draft.topic.path, PATIENCE);
    }
    return draft.outcome();
  }

  /** Has an event stored soon that holds its topic; never waits. */
  Batch submit(Draft draft) {
    lock.lock();
    try {
      if (closed) { // its topic is held for ever, as is everything in a closed hub
        throw new HubClosedException(draft.topic.path);
      }
      if (thread == null) {
        thread = environment.threads().newThread(this);
        thread.start();
      }
      gathering.drafts.add(draft);
      if (gathering.drafts.size() == 1) {
        wanted.signal();
      }
      return gathering;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void run() {
    for (Batch batch = next(); batch != null; batch = next()) {
      try {
        List<Draft> fit = fit(batch.drafts);
        if (!fit.isEmpty()) {
          store(fit);
        }
      } catch (Throwable failure) { // of this batch: the next one may be stored
        batch.drafts.forEach(draft -> draft.fail(new IllegalStateException(failure)));
        notices.failed(null, failure);
      } finally {
        batch.drafts.forEach(Draft::letGo);
        batch.done();
      }
    }
  }

  /** What has gathered; null when nothing will any more. */
  private @Nullable Batch next() {
    lock.lock();
    try {
      while (gathering.drafts.isEmpty() && !closed) {
        wanted.awaitUninterruptibly();
      }
      Batch batch = gathering;
      gathering = new Batch();
      return batch.drafts.isEmpty() ? null : batch;
    } finally {
      lock.unlock();
    }
  }

  /** Those whose stream and topic have not ended, also not by an earlier one. */
  private static List<Draft> fit(List<Draft> drafts) {
    List<Draft> fit = new ArrayList<>(drafts.size());
    Set<HubTopic> ending = new HashSet<>();
    for (Draft draft : drafts) {
      try {
        HubTopic topic = draft.presentTopic();
        draft.requireOpen(topic);
        if (ending.contains(topic)) {
          throw topic.isOver();
        }
        fit.add(draft);
        if (draft.isLast()) {
          ending.add(topic);
        }
      } catch (IllegalStateException over) {
        if (!draft.isLast()) { // to end what has ended changes nothing
          draft.fail(over);
        }
      }
    }
    return fit;
  }

  private void store(List<Draft> drafts) {
    List<History.Position> positions;
    try {
      drafts.forEach(draft -> draft.stream.requireStored(history));
      positions = history.append(drafts.stream().map(Draft::toAppend).toList());
    } catch (RuntimeException e) {
      drafts.forEach(draft -> draft.notStored(notStored(draft, e)));
      notices.failedAgain(null, e);
      return;
    }
    show(drafts, positions);
  }

  private static HistoryException notStored(Draft draft, RuntimeException reason) {
    return new HistoryException(
        "event must be stored to be published; was not, in topic "
            + draft.topic.path
            + ": "
            + reason.getMessage(),
        reason);
  }

  private void show(List<Draft> drafts, List<History.Position> positions) {
    long now = environment.nanoTime().getAsLong();
    Map<HubTopic, Boolean> shown = new HashMap<>();
    int at = 0;
    while (at < drafts.size()) {
      HubStream stream = drafts.get(at).stream;
      stream.lock();
      try {
        while (at < drafts.size() && drafts.get(at).stream == stream) {
          shown.put(drafts.get(at).show(positions.get(at), now), Boolean.TRUE);
          at++;
        }
      } finally {
        stream.unlock();
      }
    }
    shown.keySet().forEach(HubTopic::signal);
    drafts.forEach(Draft::signalReaders);
  }

  /** Stores what was given, and takes nothing more; says whether that is done in time. */
  boolean close(Duration patience) {
    Thread storing;
    lock.lock();
    try {
      closed = true;
      wanted.signal();
      storing = thread;
    } finally {
      lock.unlock();
    }
    return storing == null || hasEnded(storing, patience);
  }

  private static boolean hasEnded(Thread storing, Duration patience) {
    try {
      storing.join(Math.max(1, patience.toMillis())); // zero would be for ever
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !storing.isAlive();
  }
}
