package io.tidings.sse.history.sqlite;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Proves what readers may rely on, from what publishers did and recorders saw: one order for all,
 * nothing lost but in a gap that has room for it, nothing seen that was not published, no event
 * under two ids.
 */
final class Checker {

  private final int[] acknowledged;
  private final int[] attempted;
  private final Map<Long, Long> stampOf = new HashMap<>();
  private final Map<Long, Long> sequenceOf = new HashMap<>();
  int missing;
  int repeated;
  int gaps;
  private final List<String> violations = new ArrayList<>();
  private long newestSequence;

  /** Every place up to the newest at which nobody has seen an event; null until it is asked for. */
  private @Nullable NavigableSet<Long> free;

  /** By publisher: how many of its events returned, and how many it had begun. */
  Checker(int[] acknowledged, int[] attempted) {
    this.acknowledged = acknowledged;
    this.attempted = attempted;
  }

  void check(Recorder recorder) {
    repeated += recorder.repeated;
    gaps += recorder.lost.size();
    long before = 0;
    int[] newest = new int[attempted.length];
    for (int i = 0; i < recorder.sequences.size(); i++) {
      long sequence = recorder.sequences.get(i);
      long stamp = recorder.stamps.get(i);
      require(sequence > before, "order must rise; was " + sequence + " after " + before);
      before = sequence;
      newestSequence = Math.max(newestSequence, sequence);
      requireSame(stampOf.putIfAbsent(sequence, stamp), stamp, "event at " + sequence);
      requireSame(sequenceOf.putIfAbsent(stamp, sequence), sequence, "place of " + stamp);
      int publisher = Stamped.publisherOf(stamp);
      int number = Stamped.numberOf(stamp);
      require(number < attempted[publisher], "event must have been published; was " + number);
      require(number >= newest[publisher], "a publisher's events must be in its order");
      newest[publisher] = number;
    }
  }

  /** Every acknowledged event was seen, or a gap was told where it would have been. */
  void checkComplete(Recorder recorder) {
    BitSet[] seen = new BitSet[attempted.length];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = new BitSet();
    }
    for (int i = 0; i < recorder.stamps.size(); i++) {
      long stamp = recorder.stamps.get(i);
      seen[Stamped.publisherOf(stamp)].set(Stamped.numberOf(stamp));
    }
    for (int publisher = 0; publisher < acknowledged.length; publisher++) {
      int from = seen[publisher].nextClearBit(0);
      while (from < acknowledged[publisher]) {
        Long sequence = sequenceOf.get(Stamped.stamp(publisher, from));
        boolean told =
            sequence == null
                ? isTold(recorder, seenBefore(publisher, from), seenAfter(publisher, from))
                : isTold(recorder, sequence);
        missing += told ? 0 : 1;
        from = seen[publisher].nextClearBit(from + 1);
      }
    }
  }

  /** Where the newest event of this publisher stands that is older and was seen by anyone. */
  private long seenBefore(int publisher, int number) {
    for (int n = number - 1; n >= 0; n--) {
      Long known = sequenceOf.get(Stamped.stamp(publisher, n));
      if (known != null) {
        return known;
      }
    }
    return 0;
  }

  private long seenAfter(int publisher, int number) {
    for (int n = number + 1; n < attempted[publisher]; n++) {
      Long known = sequenceOf.get(Stamped.stamp(publisher, n));
      if (known != null) {
        return known;
      }
    }
    return Long.MAX_VALUE;
  }

  private static boolean isTold(Recorder recorder, long sequence) {
    return recorder.lost.stream()
        .anyMatch(gap -> gap.after() < sequence && sequence < gap.before());
  }

  /** Whether a gap has a place between these two at which nobody has seen another event. */
  private boolean isTold(Recorder recorder, long after, long before) {
    return recorder.lost.stream()
        .anyMatch(gap -> hasRoom(Math.max(after, gap.after()), Math.min(before, gap.before())));
  }

  private boolean hasRoom(long after, long before) {
    Long next = free().higher(after);
    return (next != null && next < before) || Math.max(after, newestSequence) + 1 < before;
  }

  private NavigableSet<Long> free() {
    NavigableSet<Long> known = free;
    if (known == null) {
      known = new TreeSet<>();
      for (long sequence = 1; sequence < newestSequence; sequence++) {
        if (!stampOf.containsKey(sequence)) {
          known.add(sequence);
        }
      }
      free = known;
    }
    return known;
  }

  private void requireSame(Long known, long now, String what) {
    require(known == null || known == now, what + " must be the same for all");
  }

  private void require(boolean holds, String rule) {
    if (!holds && violations.size() < 10) {
      violations.add(rule);
    }
  }

  /** What does not hold; empty when all does. */
  List<String> violations() {
    return violations;
  }
}
