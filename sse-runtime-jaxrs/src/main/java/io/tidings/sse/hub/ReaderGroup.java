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
  private final List<TopicReader> readers = new ArrayList<>(2);

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
    for (int i = readers.size() - 1; i >= 0; i--) {
      readers.get(i).wake();
    }
  }

  void add(TopicReader reader) {
    reader.placeInGroup = readers.size();
    readers.add(reader);
  }

  void remove(TopicReader reader) {
    int place = reader.placeInGroup;
    TopicReader last = readers.remove(readers.size() - 1);
    if (last != reader) {
      readers.set(place, last);
      last.placeInGroup = place;
    }
  }
}
