package io.tidings.sse.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** Every subscription of a hub from admission to its end, by client. Safe for any thread. */
final class Connections {

  private final ConcurrentHashMap<String, List<Subscription>> byClient = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, List<Subscription>> byPrincipal =
      new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition emptied = lock.newCondition();

  void add(Subscription subscription) {
    add(byClient, subscription.clientId(), subscription);
    subscription.principal().ifPresent(name -> add(byPrincipal, name, subscription));
  }

  private static void add(
      ConcurrentHashMap<String, List<Subscription>> index, String key, Subscription subscription) {
    index.merge(
        key,
        List.of(subscription),
        (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
  }

  private static void remove(
      ConcurrentHashMap<String, List<Subscription>> index, String key, Subscription subscription) {
    index.computeIfPresent(
        key,
        (same, some) -> {
          List<Subscription> others = some.stream().filter(one -> one != subscription).toList();
          return others.isEmpty() ? null : others;
        });
  }

  void remove(Subscription subscription) {
    subscription.principal().ifPresent(name -> remove(byPrincipal, name, subscription));
    remove(byClient, subscription.clientId(), subscription);
    if (byClient.isEmpty()) {
      signalEmptied();
    }
  }

  private void signalEmptied() {
    lock.lock();
    try {
      emptied.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** This client's subscriptions, the newest last. */
  List<Subscription> of(String clientId) {
    return byClient.getOrDefault(clientId, List.of());
  }

  /** This principal's subscriptions, the newest last. */
  List<Subscription> ofPrincipal(String name) {
    return byPrincipal.getOrDefault(name, List.of());
  }

  List<Subscription> all() {
    List<Subscription> all = new ArrayList<>();
    byClient.values().forEach(all::addAll);
    return all;
  }

  /** Waits until there is none, but no longer than this; says whether there is none. */
  boolean awaitNone(Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (!byClient.isEmpty() && left > 0) {
        left = emptied.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    return byClient.isEmpty();
  }
}
