package io.tidings.sse.hub;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Every subscription of a hub from admission to its end, by client. Safe for any thread. */
final class Connections {

  private final NamedSubscriptions byClient = new NamedSubscriptions();
  private final NamedSubscriptions byPrincipal = new NamedSubscriptions();
  private final HubSeats seats;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition emptied = lock.newCondition();

  Connections(HubSeats seats) {
    this.seats = seats;
  }

  /** Takes a seat for a newcomer of this principal, or says which limit leaves no room. */
  Optional<Admission.Limit> take(@Nullable String principal) {
    return seats.take(principal);
  }

  /** Gives back the seat of somebody who was not let in after all. */
  void leave(@Nullable String principal) {
    seats.leave(principal);
  }

  /** Somebody is in who has taken a seat. */
  void add(Subscription subscription) {
    byClient.add(subscription.clientId(), subscription);
    subscription.principal().ifPresent(name -> byPrincipal.add(name, subscription));
  }

  /** It has ended, and gives back its seat if it was let in. */
  void remove(Subscription subscription) {
    subscription.principal().ifPresent(name -> byPrincipal.remove(name, subscription));
    if (byClient.remove(subscription.clientId(), subscription)) {
      seats.leave(subscription.principal().orElse(null));
    }
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
    return byClient.of(clientId);
  }

  /** This principal's subscriptions, the newest last. */
  List<Subscription> ofPrincipal(String name) {
    return byPrincipal.of(name);
  }

  List<Subscription> all() {
    return byClient.all();
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
