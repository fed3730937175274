package io.tidings.sse.hub;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Counts all connections of a hub, and those of each principal. Safe for any thread. */
final class HubSeats {

  private final int most;
  private final int mostPerPrincipal;
  private final ReentrantLock lock = new ReentrantLock();

  // Used only under the lock.
  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  /** Zero is no limit. */
  HubSeats(int most, int mostPerPrincipal) {
    this.most = most;
    this.mostPerPrincipal = mostPerPrincipal;
  }

  /** Takes a seat, or says which limit leaves no room. */
  Optional<Admission.Limit> take(@Nullable String principal) {
    lock.lock();
    try {
      if (most > 0 && all >= most) {
        return Optional.of(Admission.Limit.CONNECTIONS);
      }
      if (isCounted(principal)) {
        int own = taken.getOrDefault(principal, 0);
        if (own >= mostPerPrincipal) {
          return Optional.of(Admission.Limit.PER_PRINCIPAL);
        }
        taken.put(principal, own + 1);
      }
      all++;
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** Gives back a seat that was {@link #take}n. */
  void leave(@Nullable String principal) {
    lock.lock();
    try {
      all--;
      if (isCounted(principal)) {
        taken.computeIfPresent(principal, (name, own) -> own == 1 ? null : own - 1);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isCounted(@Nullable String principal) {
    return mostPerPrincipal > 0 && principal != null;
  }
}
