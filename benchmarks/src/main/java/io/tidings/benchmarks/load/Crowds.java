package io.tidings.benchmarks.load;

import io.tidings.benchmarks.harness.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All readers of one measurement, on as many threads as there are processors: with one, a server
 * that uses them all would be through before half of what it has sent is read.
 */
final class Crowds {

  private final List<ReaderLoop> loops;
  private final List<Crowd> crowds = new ArrayList<>();
  private final @Nullable AckReports acks;

  private Crowds(List<ReaderLoop> loops, Target target) throws IOException {
    this.loops = loops;
    this.acks = target.acks() == 0 ? null : new AckReports(target.acks(), loops.size());
    for (int i = 0; i < loops.size(); i++) {
      crowds.add(loops.get(i).open(new Share(target, i, loops.size()), acks));
    }
  }

  /** Begins to open them; those of the measurement before must be closed. */
  static Crowds open(List<ReaderLoop> loops, Target target) {
    try {
      return new Crowds(loops, target);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Whether every reader has sent its request. */
  boolean complete() {
    return areAll(Crowd::complete);
  }

  private boolean areAll(Predicate<Crowd> wanted) {
    for (int i = 0; i < crowds.size(); i++) {
      Crowd crowd = crowds.get(i);
      if (!loops.get(i).call(() -> wanted.test(crowd))) {
        return false;
      }
    }
    return true;
  }

  /** How many connections there are. */
  Message size() {
    int size = 0;
    for (int i = 0; i < crowds.size(); i++) {
      size += loops.get(i).call(crowds.get(i)::size);
    }
    return Message.of("open").with("readers", size);
  }

  /** From now on so many passing readers come each second, and as many leave; zero stops it. */
  void turnOver(long perSecond) {
    areAll(
        crowd -> {
          crowd.turnOver(perSecond);
          return true;
        });
  }

  /** Begins to count anew. */
  void mark() {
    areAll(
        crowd -> {
          crowd.tally().mark();
          return true;
        });
  }

  /** What all of them have got; only the loops' own threads look at what they count. */
  Tally tally() {
    Tally all = new Tally(1);
    areAll(
        crowd -> {
          all.add(crowd.tally());
          return true;
        });
    return all;
  }

  /** How many events have arrived. */
  long delivered() {
    long delivered = 0;
    for (int i = 0; i < crowds.size(); i++) {
      delivered += loops.get(i).call(crowds.get(i).tally()::delivered);
    }
    return delivered;
  }

  /** Closes one connection, and says when. */
  Message leave() {
    for (int i = 0; i < crowds.size(); i++) {
      if (loops.get(i).call(crowds.get(i)::size) > 0) {
        return loops.get(i).call(crowds.get(i)::leave);
      }
    }
    throw new IllegalStateException("a reader must be there to leave; none was");
  }

  void close() {
    loops.forEach(ReaderLoop::close);
    if (acks != null) {
      try {
        acks.close();
      } catch (IOException alreadyGone) {
        // Closed is what it is to be.
      }
    }
  }
}
