package io.tidings.sse.hub;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One read of a page that readers share. Safe for any thread. */
final class PageRead {

  private static final int EVENTS = 1_000;
  private static final long BYTES = 256 << 10;
  private static final int TRIES = 2;

  private final PageQuery query;
  private final Pages pages;
  private final CompletableFuture<BacklogPage> landed = new CompletableFuture<>();

  // Used only under the lock of Pages.
  private boolean old;

  // Written by any thread; zero is for ever.
  private final AtomicInteger waiting = new AtomicInteger(1);

  PageRead(PageQuery query, Pages pages) {
    this.query = query;
    this.pages = pages;
  }

  PageQuery query() {
    return query;
  }

  /** Whether it brings what a read that begins now would; the newest part is soon another one. */
  boolean isCurrent() {
    BacklogPage page = landed.getNow(null);
    return page == null || !query.isLimited() || page.head == query.stream().head();
  }

  /** One more waits for it; false when it was given up because nobody did. */
  boolean join() {
    return hasLanded() || waiting.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
  }

  /** One less waits for it; a read for nobody is not begun. */
  void leave() {
    if (!hasLanded() && waiting.decrementAndGet() == 0) {
      pages.forget(this);
    }
  }

  void run(History history) {
    if (waiting.get() == 0) {
      return;
    }
    for (int tries = 1; !hasLanded(); tries++) {
      long head = query.stream().head(); // first: everything up to it can be found
      try {
        landed.complete(read(history, head));
      } catch (RuntimeException e) {
        pages.failed(e);
        if (tries == TRIES) {
          giveUp();
        }
      }
    }
  }

  private BacklogPage read(History history, long head) {
    String stream = query.stream().path();
    long start = query.after();
    if (query.isLimited()) {
      ReplayLimit newest = query.newest();
      long first =
          history.before(stream, query.topic(), newest.events(), newest.bytes(), query.audience());
      start = Math.max(start, first);
    }
    History.Page page = history.page(stream, query.topic(), start, EVENTS, BYTES);
    return BacklogPage.of(query, start, page, head);
  }

  /** It will not be read, for those who wait for it: who comes later has it tried again. */
  void giveUp() {
    pages.forget(this);
    landed.complete(BacklogPage.unreadable(query, query.stream().head()));
  }

  boolean hasLanded() {
    return landed.isDone();
  }

  /** Whether the sweep before this one has seen it too. */
  boolean isOld() {
    boolean seen = old;
    old = hasLanded();
    return seen;
  }

  /** What it has brought; null while it is under way. */
  @Nullable BacklogPage page() {
    return landed.getNow(null);
  }

  /** Waits for what it brings; never on a thread that delivers. Fails when it takes too long. */
  BacklogPage awaitPage(Duration patience) {
    try {
      return landed.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      leave();
      throw new HistoryException(
          "history must answer within " + patience + "; did not, in topic " + query.topic(), e);
    } catch (InterruptedException e) {
      leave();
      Thread.currentThread().interrupt();
      throw new HistoryException("thread must not be interrupted; was", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("read must land; failed", e);
    }
  }

  void whenLanded(Runnable action) {
    var unused = landed.thenRun(action);
  }
}
