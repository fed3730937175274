package io.tidings.sse.hub;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Counts the connections without topics against their limits. Safe for any thread. */
final class DirectSeats {

  /** What a limit counts: the connections of a path, of one client or of all. */
  private record Row(String path, @Nullable String client) {}

  private record Rule(Row row, int most, Admission.Limit limit) {}

  // Guarded by the lock.
  private final Map<Row, Integer> taken = new HashMap<>();

  private final ReentrantLock lock = new ReentrantLock();

  /** Takes a seat, or says which limit leaves no room. */
  Optional<Admission.Limit> take(DirectRequest request, @Nullable String client) {
    List<Rule> rules = rules(request, client);
    lock.lock();
    try {
      Optional<Admission.Limit> full =
          rules.stream()
              .filter(rule -> taken.getOrDefault(rule.row(), 0) >= rule.most())
              .map(Rule::limit)
              .findFirst();
      if (full.isEmpty()) {
        rules.forEach(rule -> taken.merge(rule.row(), 1, Integer::sum));
      }
      return full;
    } finally {
      lock.unlock();
    }
  }

  /** Gives back a seat that was {@link #take}n. */
  void leave(DirectRequest request, @Nullable String client) {
    lock.lock();
    try {
      for (Rule rule : rules(request, client)) {
        taken.computeIfPresent(rule.row(), (row, count) -> count == 1 ? null : count - 1);
      }
    } finally {
      lock.unlock();
    }
  }

  private static List<Rule> rules(DirectRequest request, @Nullable String client) {
    LimitPolicy limits = request.terms().limits();
    List<Rule> rules = new ArrayList<>(2);
    if (limits.subscribers() > 0) {
      Row all = new Row(request.path(), null);
      rules.add(new Rule(all, limits.subscribers(), Admission.Limit.SUBSCRIBERS));
    }
    if (limits.perClient() > 0 && client != null) {
      Row own = new Row(request.path(), client);
      rules.add(new Rule(own, limits.perClient(), Admission.Limit.PER_CLIENT));
    }
    return rules;
  }
}
