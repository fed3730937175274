package io.tidings.sse.hub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Subscriptions by a name that several may have, though most have it alone. To come and go costs
 * the same however many there are. Safe for any thread.
 */
final class NamedSubscriptions {

  // A set of one is immutable; larger ones are used only within the map's own methods.
  private final ConcurrentHashMap<String, Set<Subscription>> byName = new ConcurrentHashMap<>();

  void add(String name, Subscription subscription) {
    byName.merge(name, Set.of(subscription), NamedSubscriptions::with);
  }

  private static Set<Subscription> with(Set<Subscription> some, Set<Subscription> one) {
    Set<Subscription> all = some.size() == 1 ? new LinkedHashSet<>(some) : some;
    all.addAll(one);
    return all;
  }

  /** Whether it was there. */
  boolean remove(String name, Subscription subscription) {
    boolean[] removed = new boolean[1];
    byName.computeIfPresent(
        name,
        (same, some) -> {
          removed[0] = some.contains(subscription);
          return removed[0] ? without(some, subscription) : some;
        });
    return removed[0];
  }

  @SuppressWarnings("NullAway") // null takes the name out of the map
  private static Set<Subscription> without(Set<Subscription> some, Subscription one) {
    if (some.size() == 1) {
      return null;
    }
    some.remove(one);
    return some.size() == 1 ? Set.copyOf(some) : some;
  }

  /** Those of this name, the newest last. */
  List<Subscription> of(String name) {
    List<Subscription> found = new ArrayList<>(1);
    addTo(found, name);
    return found;
  }

  List<Subscription> all() {
    List<Subscription> all = new ArrayList<>();
    byName.keySet().forEach(name -> addTo(all, name));
    return all;
  }

  private void addTo(Collection<Subscription> found, String name) {
    byName.computeIfPresent(
        name,
        (same, some) -> {
          found.addAll(some);
          return some;
        });
  }

  boolean isEmpty() {
    return byName.isEmpty();
  }
}
