package io.tidings.sse.hub;

import io.tidings.sse.log.Cursor;
import io.tidings.sse.log.Slices;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The readers of a group that stand at the same place of its topic and see the same there: what is
 * next is read once for them all, so that a delivery costs little more than its write. Whoever has
 * something else to do steps out and reads for itself. Used by the group's lane alone.
 */
final class Cohort implements Slices {

  /** How much its readers get before others of the lane have their turn. */
  private static final int BUDGET = 128 << 10;

  /** Each cohort reads when its turn comes, and so more at once than if all read at the first. */
  private static final int LARGEST = 64;

  private final List<TopicReader> members = new ArrayList<>(2);
  private final List<Courier> couriers = new ArrayList<>(2); // in the same order

  /** Is told who is not a member any more. */
  private final Consumer<TopicReader> left;

  /** Where all members are; each has this cursor in place of its own. */
  private final Cursor place;

  /** Where they were before the load was read. */
  private final Cursor before;

  // Valid from a load until it is carried.
  private Outlet load = (bytes, from, to, events) -> {};
  private int loaded;
  private boolean isMore;

  /** A cohort of nobody, where this reader is. */
  Cohort(TopicReader reader, Consumer<TopicReader> left) {
    this.place = reader.cursor.shared();
    this.before = reader.cursor.shared();
    this.left = left;
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  /** Takes a reader in that is where the others are. */
  boolean admit(TopicReader reader) {
    boolean isAdmitted = members.size() < LARGEST && place.isAt(reader.cursor);
    if (isAdmitted) {
      reader.placeInGroup = members.size();
      reader.stepIn(this, place);
      members.add(reader);
      couriers.add(reader.courier());
    }
    return isAdmitted;
  }

  /** Takes everybody in from another cohort if they are at the same place, and there is room. */
  boolean absorb(Cohort other) {
    boolean isAbsorbed =
        members.size() + other.members.size() <= LARGEST && place.isAt(other.place);
    if (isAbsorbed) {
      other.members.forEach(this::admit);
    }
    return isAbsorbed;
  }

  /** Brings everybody what is new, and says whether there is more. */
  boolean deliver() {
    int size = members.size();
    Courier loader = couriers.get(size - 1);
    try {
      loader.unload(); // of what a failed delivery has left
      load(loader.load());
      if (loaded > 0) {
        carry(size);
      }
    } finally {
      loader.unload(); // which is what every courier of the lane has
    }
    return isMore;
  }

  private void load(Outlet load) {
    TopicReader any = members.get(0);
    long head = any.head();
    this.load = load;
    this.loaded = 0;
    before.goTo(place);
    boolean isTaken =
        !any.topic.isCompleted() && !any.isTooFarBehind() && place.takeShared(head, BUDGET, this);
    isMore = loaded > 0 && (!isTaken || place.sequence() <= head);
    if (!isTaken && loaded == 0) {
      dissolve();
    }
  }

  @Override
  public void add(byte[] bytes, int from, int to, int frames) {
    loaded += frames;
    load.add(bytes, from, to, frames);
  }

  private void carry(int size) {
    long free = 0;
    for (int i = 0; i < size; i++) { // what these look at comes from memory all at once
      free |= couriers.get(i).isFree() ? 1L << i : 0;
    }
    for (int i = size - 1; i >= 0; i--) {
      carry(members.get(i), couriers.get(i), (free & 1L << i) != 0);
    }
  }

  /** Whatever goes wrong with one of them, the others must get what has been read for them. */
  private void carry(TopicReader reader, Courier courier, boolean isFree) {
    try {
      if (!isFree || !courier.carry()) {
        stepOut(reader, before);
        courier.run();
      } else if (!courier.isFree()) {
        stepOut(reader, place);
      }
    } catch (RuntimeException | Error failure) {
      reader.fail(failure);
    }
  }

  private void dissolve() {
    for (int i = members.size() - 1; i >= 0; i--) {
      stepOut(members.get(i), place);
    }
  }

  /** A member is about to read for itself. */
  void stepOut(TopicReader reader) {
    stepOut(reader, place);
  }

  private void stepOut(TopicReader reader, Cursor from) {
    if (reader.isInStep()) {
      remove(reader);
      reader.stepOut(from);
      left.accept(reader);
    }
  }

  /** A member has left its topic. */
  void remove(TopicReader reader) {
    int at = reader.placeInGroup;
    TopicReader last = members.remove(members.size() - 1);
    Courier lastCourier = couriers.remove(couriers.size() - 1);
    if (last != reader) {
      members.set(at, last);
      couriers.set(at, lastCourier);
      last.placeInGroup = at;
    }
  }
}
