package io.tidings.sse.hub;

import io.tidings.sse.event.EventId;
import io.tidings.sse.log.CursorView;
import io.tidings.sse.log.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one subscription reads, in order: gaps, what was missed, its position, what
 * comes, and the end. Read by one thread at a time.
 */
final class Feed {

  private final Subscription subscription;
  private final HubStream stream;
  private final CursorView view;

  // Used only by the reading thread.
  /** What comes first; null once the position was told, so that an idle reader does not keep it. */
  private @Nullable Opening opening;

  private boolean gapsToTell = true;
  private boolean opened;
  private boolean farewellTold;
  private long readThrough;
  private long passedOver;

  // Written under the stream's lock; read by the reading thread.
  private volatile Merge merge;

  // Written by the reading thread; read by any.
  private volatile boolean positionTold;

  // Written by any thread; read by the reading thread.
  private volatile boolean draining;
  private volatile @Nullable CloseReason end;

  // Written once, by the reading thread, when there is something to filter; read by any thread.
  private volatile @Nullable FilterRounds filters;

  Feed(Subscription subscription, HubStream stream, CursorView view, Merge merge, Opening opening) {
    this.subscription = subscription;
    this.stream = stream;
    this.view = view;
    this.opening = opening;
    this.merge = merge;
  }

  /** Hands out about this many bytes, whole blocks only. */
  Progress read(Outlet out, int budget) {
    if (isReadByOthers()) {
      return Progress.CAUGHT_UP;
    }
    boolean isLastRead = draining; // looked at before the head, or the last events could be missed
    if (isLastRead) {
      farewell(out);
    }
    tellGaps(out);
    if (!open()) {
      return Progress.CAUGHT_UP;
    }
    tellGaps(out); // of those that a snapshot has moved
    Opening first = opening;
    long head = first == null ? stream.head() : first.position;
    Merge.Stop stop = readUpTo(head, budget, out);
    if (stop == Merge.Stop.OVERTAKEN) {
      end = CloseReason.LAGGED;
      return Progress.ENDED;
    }
    if (stop == Merge.Stop.BUDGET) {
      return end == null ? Progress.MORE : Progress.ENDED;
    }
    if (readThrough < head) {
      tellPassedOver(out);
      if (merge.isScreened()) {
        filters().request(merge.readers, readThrough, head);
      }
      return Progress.CAUGHT_UP;
    }
    if (first != null) {
      opening = null;
      positionTold = true;
      tellPosition(first, out);
      return Progress.MORE;
    }
    tellPassedOver(out);
    return atHead(isLastRead);
  }

  private void tellPosition(Opening opening, Outlet out) {
    if (!stream.isDirect()) {
      passedOver = opening.position;
      EventId position = stream.id(opening.position);
      opening.tell(view.labelled(), position, out);
      add(ControlBlocks.position(position), out);
    }
  }

  /** Has what newcomers wait for asked for; outside the stream's lock. */
  void begin() {
    Opening first = opening;
    if (first != null) {
      first.begin(stream.snapshots(), subscription::signal);
    }
  }

  /** Whether it need not wait for a snapshot any more; a hub that closes waits for none. */
  private boolean open() {
    Opening first = opening;
    if (!opened && first != null && (draining || first.isComplete())) {
      opened = true;
      first.settle();
    }
    return opened;
  }

  private Progress atHead(boolean isLastRead) {
    if (merge.hasEnded()) {
      end = stream.isDirect() ? CloseReason.CLOSED_BY_SERVER : CloseReason.COMPLETED;
      return Progress.ENDED;
    }
    if (isLastRead) {
      end = CloseReason.HUB_CLOSED;
      return Progress.ENDED;
    }
    return Progress.CAUGHT_UP;
  }

  /** Reads on after every reader that was overtaken and may go on. */
  private Merge.Stop readUpTo(long head, int budget, Outlet out) {
    while (true) {
      Merge current = merge; // after the head: a head that is seen brings its readers with it
      readThrough = current.decidedThrough(head);
      Merge.Stop stop = current.read(readThrough, budget, out);
      if (stop == Merge.Stop.CAUGHT_UP && turn(current, head, out)) {
        return Merge.Stop.BUDGET;
      }
      boolean goesOn =
          stop == Merge.Stop.OVERTAKEN
              ? rescue(current.overtaken(), out)
              : stop == Merge.Stop.CAUGHT_UP && readThrough < current.decidedThrough(head);
      if (!goesOn) {
        return stop;
      }
    }
  }

  /** Goes on in history, and says whether there is more to read. */
  private boolean turn(Merge current, long head, Outlet out) {
    if (!current.isBehind() || !current.turn(readThrough, head)) {
      return false;
    }
    for (TopicReader reader : current.readers) {
      if (reader.missesState()) {
        sendBack(out);
        return true;
      }
    }
    tellGaps(out);
    return true;
  }

  /** It comes back with everything before the hole, is told of that first, and gets the state. */
  private void sendBack(Outlet out) {
    add(ControlBlocks.position(stream.id(readThrough)), out);
    farewell(out);
    end = CloseReason.LAGGED;
  }

  private FilterRounds filters() {
    FilterRounds begun = filters;
    if (begun == null) {
      begun = new FilterRounds(subscription, stream.context().filterThreads());
      filters = begun;
    }
    return begun;
  }

  /** Moves the reader's last event id over what was rejected, or it would be decided again. */
  private void tellPassedOver(Outlet out) {
    long rejected = merge.lastRejected();
    if (rejected > passedOver && rejected <= readThrough) {
      passedOver = readThrough;
      add(ControlBlocks.position(stream.id(readThrough)), out);
    }
  }

  private boolean rescue(TopicReader reader, Outlet out) {
    BackpressurePolicy.Policy policy = reader.topic.definition.backpressure().policy();
    if (policy == BackpressurePolicy.Policy.DISCONNECT) {
      return false;
    }
    long lag = reader.cursor.lagEvents();
    stream.readers().rescue(reader);
    if (policy == BackpressurePolicy.Policy.LATEST) {
      reader.cursor.keepNewestOfEachType();
    }
    stream.context().sight().counters().dropped.add(lag - reader.cursor.lagEvents());
    EventId available = stream.idOrNull(reader.cursor.sequence());
    tell(new Gap(reader.topic.path, Gap.OVERFLOW, available), out);
    return true;
  }

  /** Tells the reader when to come back, because its connection is about to end. */
  void farewell(Outlet out) {
    if (!farewellTold) {
      farewellTold = true;
      add(ControlBlocks.retry(stream.retryDelay()), out);
    }
  }

  private void tellGaps(Outlet out) {
    if (gapsToTell) {
      boolean left = false;
      for (TopicReader reader : merge.readers) {
        Gap gap = reader.takeGap(stream);
        if (gap != null) {
          tell(gap, out);
        }
        left |= reader.isBehind() || reader.hasGap();
      }
      gapsToTell = left;
    }
  }

  private void tell(Gap gap, Outlet out) {
    add(gap.block(), out);
    subscription.dropped(gap);
  }

  private static void add(byte[] block, Outlet out) {
    out.add(block, 0, block.length, 0);
  }

  /** From now on: the rest, and then the end. */
  void drain() {
    draining = true;
  }

  boolean isDraining() {
    return draining;
  }

  /** Nobody reads any more. */
  void ended() {
    FilterRounds begun = filters;
    if (begun != null) {
      begun.stop();
    }
    for (TopicReader reader : merge.readers) {
      reader.ended();
    }
  }

  /** Why it ended by itself. */
  @Nullable CloseReason end() {
    return end;
  }

  /** When the newest event that was handed out was published; for the reading thread. */
  long newestNanos() {
    long newest = Long.MIN_VALUE;
    for (TopicReader reader : merge.readers) {
      newest = Math.max(newest, reader.cursor.givenNanos());
    }
    return newest;
  }

  boolean hasToldPosition() {
    return positionTold;
  }

  /** Whether it still reads what was missed; for the reading thread. */
  boolean isCatchingUp() {
    return !positionTold || merge.isBehind();
  }

  CursorView view() {
    return view;
  }

  /** Whether it has only one topic to read, and nothing else to say. */
  boolean canStepIn() {
    boolean isPlain = !view.labelled() && merge.readers.length == 1;
    return isPlain && positionTold && !gapsToTell && !draining && end == null;
  }

  /** Whether others read for it, and have left nothing that only it would find. */
  private boolean isReadByOthers() {
    TopicReader[] all = merge.readers;
    if (!all[0].isInStep()) {
      return false;
    }
    boolean hasNews = draining || all.length > 1 || all[0].hasNews();
    if (hasNews) {
      all[0].stepOut();
    }
    return !hasNews;
  }

  TopicReader[] readers() {
    return merge.readers;
  }

  /** Appends an event that only this subscription gets; under the stream's lock. */
  void direct(HubTopic topic, Entry entry) {
    for (TopicReader reader : merge.readers) {
      if (reader.isDirect() && reader.topic.path.equals(topic.path)) {
        reader.topic.log.append(entry);
        return;
      }
    }
    subscription.readsMore(); // before the head that shows it
    HubTopic own = topic.withoutHistory(entry.nanos());
    merge = merge.with(TopicReader.direct(subscription, own, own.log.atHead(view)));
    own.log.append(entry);
  }
}
