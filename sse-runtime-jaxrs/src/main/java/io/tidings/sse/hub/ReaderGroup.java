package io.tidings.sse.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The readers of one topic that share a delivery thread, so that a publisher signals them all at
 * once. Run by that thread alone; signalled by any.
 */
final class ReaderGroup implements Runnable {

  private final Executor lane;

  // Used only by the lane's thread.
  /** Those who read for themselves. */
  private final List<TopicReader> readers = new ArrayList<>(2);

  /** The others; no list of its own while there is none. */
  private List<Cohort> cohorts = List.of();

  // Written under the stream's lock.
  private int members;

  // Written by any thread.
  private final AtomicBoolean signalled = new AtomicBoolean();

  ReaderGroup(Executor lane) {
    this.lane = lane;
  }

  boolean isOf(Executor lane) {
    return this.lane == lane;
  }

  /** Counts one reader more; under the stream's lock. */
  void join() {
    members++;
  }

  /** Counts one reader less, and says whether it was the last; under the stream's lock. */
  boolean leave() {
    return --members == 0;
  }

  /** There is news: runs this group soon, once for any number of signals until then. */
  void signal() {
    if (!signalled.get() && signalled.compareAndSet(false, true)) {
      lane.execute(this);
    }
  }

  @Override
  public void run() {
    signalled.set(false); // before reading, or a signal in between would be lost
    deliverToCohorts();
    for (int i = readers.size() - 1; i >= 0; i--) {
      TopicReader reader = readers.get(i);
      wake(reader);
      boolean isAlone = readers.size() == 1 && cohorts.isEmpty();
      if (!isAlone && reader.canStepIn()) {
        removeAt(i);
        stepIn(reader);
      }
    }
  }

  /** Whatever goes wrong with one of them, the others must be woken. */
  private static void wake(TopicReader reader) {
    try {
      reader.wake();
    } catch (RuntimeException | Error failure) {
      reader.fail(failure);
    }
  }

  private void deliverToCohorts() {
    boolean isMore = false;
    for (int i = cohorts.size() - 1; i >= 0; i--) {
      Cohort cohort = cohorts.get(i);
      isMore |= !cohort.isEmpty() && cohort.deliver();
      if (cohort.isEmpty() || (i + 1 < cohorts.size() && cohorts.get(i + 1).absorb(cohort))) {
        cohorts.remove(i);
      }
    }
    if (isMore) {
      signal();
    }
  }

  private void stepIn(TopicReader reader) {
    for (Cohort cohort : cohorts) {
      if (cohort.admit(reader)) {
        return;
      }
    }
    if (cohorts.isEmpty()) {
      cohorts = new ArrayList<>(1);
    }
    Cohort fresh = new Cohort(reader, this::add);
    cohorts.add(fresh);
    fresh.admit(reader);
  }

  void add(TopicReader reader) {
    reader.placeInGroup = readers.size();
    readers.add(reader);
  }

  void remove(TopicReader reader) {
    if (!reader.leaveCohort()) {
      removeAt(reader.placeInGroup);
    }
  }

  private void removeAt(int place) {
    TopicReader last = readers.remove(readers.size() - 1);
    if (place < readers.size()) {
      readers.set(place, last);
      last.placeInGroup = place;
    }
  }
}
