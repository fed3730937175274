package io.tidings.sse.log;

import io.tidings.sse.wire.TopicLabel;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one topic in the order of their sequences, for any number of cursors.
 *
 * <p>Methods that append, trim or place a cursor are called under one lock of the caller's; cursors
 * read without it.
 */
public final class TopicLog {

  private final Retention retention;
  private final @Nullable TopicLabel label;
  private final ReentrantLock renditionLock = new ReentrantLock();
  private final LagWindow lagWindow;
  private final History history;

  // Written under the caller's lock; read by any thread.
  private volatile Segment tail;

  // Guarded by the rendition lock.
  private long deflations;

  /**
   * An empty log.
   *
   * @param retention how much is kept
   * @param label what labelled readers see before the event type; null when there are none
   * @param trimmedThrough the newest sequence that may have been in this log and is not any more
   */
  public TopicLog(Retention retention, @Nullable TopicLabel label, long trimmedThrough) {
    this.retention = retention;
    this.label = label;
    this.tail = new Segment(0, 0, SegmentSizes.SMALLEST);
    this.lagWindow = new LagWindow(retention);
    this.history = new History(retention, tail, trimmedThrough, lagWindow);
  }

  /**
   * Appends a frame; its sequence must be greater than every one before.
   *
   * @param entry the frame
   */
  public void append(Entry entry) {
    int needed = entry.frame().maxLength();
    Segment last = tail;
    if (!last.hasRoom(needed)) {
      int capacity = SegmentSizes.next(last.capacity(), needed, history.bytes());
      Segment fresh = new Segment(last.endFrame(), last.firstByte + last.used(), capacity);
      last.seal(fresh);
      tail = fresh;
      last = fresh;
    }
    int before = last.used();
    last.append(entry);
    history.added(last.used() - before);
    history.trim(entry.nanos());
    lagWindow.releaseBefore(last.endFrame(), last.firstByte + last.used());
  }

  /**
   * Appends a frame that history keeps whatever its policy is: nothing follows it.
   *
   * @param entry the frame
   */
  public void appendLast(Entry entry) {
    history.keepNewest();
    append(entry);
  }

  /**
   * Notes that an event with this sequence went by without being kept.
   *
   * @param sequence the place of the event in the order
   */
  public void skip(long sequence) {
    history.skipped(sequence);
  }

  /**
   * Drops what is too old at this time.
   *
   * @param nanos the time, on the clock of the entries
   */
  public void trim(long nanos) {
    history.trim(nanos);
    lagWindow.releaseBefore(tail.endFrame(), endByte());
  }

  /**
   * Whether no history is kept at the moment, but perhaps the last frame of all.
   *
   * @return whether nobody would miss the log
   */
  public boolean isEmpty() {
    return history.isEmpty();
  }

  /**
   * The newest sequence that is not kept any more; zero when there never was one.
   *
   * @return a place in the order
   */
  public long trimmedThrough() {
    return history.trimmedThrough();
  }

  /**
   * A cursor that has seen everything.
   *
   * @param view how its reader sees the log
   * @return a new cursor
   */
  public Cursor atHead(CursorView view) {
    return new Cursor(this, new Place(tail, tail.frames()), view);
  }

  /**
   * A cursor at the first event of history after this sequence.
   *
   * @param sequence a place in the order
   * @param view how its reader sees the log
   * @return a new cursor
   */
  public Cursor after(long sequence, CursorView view) {
    return new Cursor(this, history.start().after(sequence), view);
  }

  /**
   * A cursor at the newest events of history that its reader may see, at most this many.
   *
   * @param events the most events
   * @param view how its reader sees the log
   * @return a new cursor
   */
  public Cursor atNewest(int events, CursorView view) {
    return events == 0
        ? atHead(view)
        : new Cursor(this, history.start().newest(events, view), view);
  }

  /**
   * Whether there is nothing before the newest events of history that a reader is to have.
   *
   * @param events how many it is to have
   * @param view what it may see
   * @return false when some may be gone
   */
  public boolean holdsNewest(int events, CursorView view) {
    return events == 0 || history.trimmedThrough() == 0 || history.start().visible(view) >= events;
  }

  /**
   * Moves a cursor on if it is further behind than this.
   *
   * @param cursor a cursor into this log
   * @param events the most events behind
   * @param bytes the most bytes behind
   * @return whether it was
   */
  public boolean limit(Cursor cursor, int events, long bytes) {
    if (!cursor.lagsMoreThan(events, bytes)) {
      return false;
    }
    cursor.moveTo(cursor.place().within(events, bytes, tail.endFrame(), endByte()));
    return true;
  }

  /**
   * Moves a cursor that was overtaken to the oldest event that its lag window still holds.
   *
   * @param cursor a cursor into this log
   */
  public void rescue(Cursor cursor) {
    Segment held = lagWindow.oldestHeld();
    Place oldest = new Place(held == null ? history.start().segment() : held, 0);
    cursor.moveTo(
        oldest.within(retention.lagEvents(), retention.lagBytes(), tail.endFrame(), endByte()));
  }

  Segment tail() {
    return tail;
  }

  long endByte() {
    Segment last = tail;
    Page page = last.page();
    int frames = last.frames();
    return last.firstByte + (page == null || frames == 0 ? 0 : page.end(frames - 1));
  }

  /** The labelled form of a segment's first frames; null when the segment was released. */
  @Nullable Rendition labelled(Segment segment, int frames) {
    Rendition made = segment.rendition();
    return made != null && made.covers(frames) ? made : extended(segment, frames);
  }

  private @Nullable Rendition extended(Segment segment, int frames) {
    renditionLock.lock();
    try {
      Rendition made = segment.rendition();
      Page page = segment.page();
      if (page == null || label == null) {
        return null;
      }
      if (made == null || !made.covers(frames)) {
        made = Rendition.extended(made, page, frames, label);
        segment.rendition(made);
      }
      return made;
    } finally {
      renditionLock.unlock();
    }
  }

  /** The deflated run of a segment's frames that begins here; it ends at {@code to} or before. */
  Runs.Run deflated(Segment segment, boolean labelled, Text text, int from, int to) {
    Runs.Run made = Runs.find(segment.runs(labelled), from, to);
    return made != null ? made : deflatedNow(segment, labelled, text, from, to);
  }

  private Runs.Run deflatedNow(Segment segment, boolean labelled, Text text, int from, int to) {
    renditionLock.lock();
    try {
      Runs.Run made = Runs.find(segment.runs(labelled), from, to);
      if (made != null) {
        return made;
      }
      deflations++;
      Runs.Run fresh = Runs.make(segment.runs(labelled), text, from, to);
      segment.runs(labelled, Runs.with(segment.runs(labelled), from, fresh));
      return fresh;
    } finally {
      renditionLock.unlock();
    }
  }

  /** How many runs were deflated, for whomever. */
  long deflations() {
    renditionLock.lock();
    try {
      return deflations;
    } finally {
      renditionLock.unlock();
    }
  }
}
