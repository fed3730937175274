package io.tidings.sse.hub;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads pages of a history off the delivery threads, one read for all readers that want the same
 * page, and keeps the newest pages for those who come a little later. Safe for any thread.
 */
final class Pages {

  /** A few, because the disk is one, and readers of other topics must not wait for a long read. */
  private static final int THREADS = 4;

  private static final int MOST_KEPT = 64;

  private final History history;
  private final Notices notices;
  private final ThreadPoolExecutor threads;
  private final ReentrantLock lock = new ReentrantLock();

  // Used only under the lock.
  private final Map<PageQuery, PageRead> reads = new LinkedHashMap<>(16, 0.75f, true);

  Pages(History history, HubEnvironment environment, Notices notices) {
    this.history = history;
    this.notices = notices;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            environment.threads());
    threads.allowCoreThreadTimeOut(true);
  }

  /** The read that brings this page, with one more reader waiting for it. */
  PageRead join(PageQuery query) {
    PageRead read;
    boolean isNew;
    lock.lock();
    try {
      PageRead known = reads.get(query);
      isNew = known == null || !known.isCurrent() || !known.join();
      read = isNew ? new PageRead(query, this) : known;
      if (isNew) {
        reads.put(query, read);
        dropOldest();
      }
    } finally {
      lock.unlock();
    }
    if (isNew) {
      start(read);
    }
    return read;
  }

  private void dropOldest() {
    if (reads.size() > MOST_KEPT) {
      reads.values().stream()
          .filter(PageRead::hasLanded)
          .findFirst()
          .ifPresent(oldest -> reads.remove(oldest.query()));
    }
  }

  private void start(PageRead read) {
    try {
      threads.execute(() -> read.run(history));
    } catch (RejectedExecutionException closed) {
      read.giveUp(); // the hub has closed, and with it its readers
    }
  }

  /** Forgets a read that nobody waits for. */
  void forget(PageRead read) {
    lock.lock();
    try {
      reads.remove(read.query(), read);
    } finally {
      lock.unlock();
    }
  }

  /** Drops what was read; readers hold on to their own page. */
  void sweep() {
    lock.lock();
    try {
      reads.values().removeIf(PageRead::isOld);
    } finally {
      lock.unlock();
    }
  }

  void failed(Throwable failure) {
    notices.tellIfRoom(listener -> listener.failed(null, failure));
  }

  /** Reads nothing any more; says whether what is being read has ended in time. */
  boolean close(Duration patience) {
    threads.shutdownNow();
    giveUpAll();
    try {
      return threads.awaitTermination(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Or somebody would wait for ever for what was still to be read. */
  private void giveUpAll() {
    List<PageRead> all;
    lock.lock();
    try {
      all = List.copyOf(reads.values());
    } finally {
      lock.unlock();
    }
    all.forEach(PageRead::giveUp);
  }
}
