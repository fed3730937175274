package io.tidings.benchmarks.harness;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What stands for several rounds, wherever this instrument says median: the one in the middle by
 * its cost, and of an even number the dearer of the two, so that nobody is flattered.
 */
public final class Median {

  private Median() {}

  /** The round in the middle, whole; empty when there is none. */
  public static <T> Optional<T> of(List<T> rounds, ToDoubleFunction<? super T> cost) {
    List<T> sorted = rounds.stream().sorted(Comparator.comparingDouble(cost)).toList();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
  }

  /** The cost in the middle; not a number when there is none. */
  public static <T> double cost(List<T> rounds, ToDoubleFunction<? super T> cost) {
    return of(rounds, cost).map(cost::applyAsDouble).orElse(Double.NaN);
  }
}
