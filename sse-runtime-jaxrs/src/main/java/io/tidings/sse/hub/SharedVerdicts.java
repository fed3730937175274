package io.tidings.sse.hub;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a topic's filters have decided about its newest events for all readers with one key, so that
 * each decision is made once. Safe for any thread.
 */
final class SharedVerdicts {

  /** So many newest events are remembered. */
  private static final int EVENTS = 256;

  private record Case(long sequence, Object key) {}

  private final ConcurrentHashMap<Case, CompletableFuture<Boolean>> known =
      new ConcurrentHashMap<>();
  private final AtomicLong newest = new AtomicLong();

  /**
   * The verdict on an event for everyone with this key, made by whoever asks first; the others wait
   * for it. If that one fails or is interrupted, who waited decides alone.
   */
  boolean get(long sequence, Object key, Callable<Boolean> decide) throws Exception {
    if (sequence <= newest.get() - EVENTS) { // who reads history displaces no news
      return decide.call();
    }
    Case asked = new Case(sequence, key);
    CompletableFuture<Boolean> own = new CompletableFuture<>();
    @Nullable CompletableFuture<Boolean> first = known.putIfAbsent(asked, own);
    return first == null ? decide(asked, own, decide) : awaited(first, decide);
  }

  private boolean decide(Case asked, CompletableFuture<Boolean> own, Callable<Boolean> decide)
      throws Exception {
    try {
      boolean verdict = decide.call();
      own.complete(verdict);
      forgetBefore(asked.sequence());
      return verdict;
    } finally {
      if (own.cancel(false)) { // it threw: nobody else's verdict
        known.remove(asked, own);
      }
    }
  }

  private static boolean awaited(CompletableFuture<Boolean> first, Callable<Boolean> decide)
      throws Exception {
    try {
      return first.get();
    } catch (CancellationException | ExecutionException e) {
      return decide.call();
    }
  }

  private void forgetBefore(long sequence) {
    long before = newest.get();
    if (sequence >= before + EVENTS / 2 && newest.compareAndSet(before, sequence)) {
      known.keySet().removeIf(one -> one.sequence() <= sequence - EVENTS);
    }
  }
}
