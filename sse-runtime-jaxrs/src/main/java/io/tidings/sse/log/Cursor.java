package io.tidings.sse.log;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reader's place in a log. Used by one thread at a time; never waits for the log's writer.
 *
 * <p>A lagging cursor pins the segments before it until the log releases them.
 */
public final class Cursor {

  private final TopicLog log;
  private final CursorView view;
  private Segment segment;
  private int frame;
  private long givenNanos = Long.MIN_VALUE / 2;

  /** While not null: only these frames, the newest of their types, are seen. */
  private @Nullable Map<String, Long> newestOfType;

  /** While not null: knows what else is not seen. */
  private @Nullable Sieve sieve;

  Cursor(TopicLog log, Place place, CursorView view) {
    this.log = log;
    this.segment = place.segment();
    this.frame = place.frame();
    this.view = view;
  }

  Place place() {
    return new Place(segment, frame);
  }

  void moveTo(Place place) {
    segment = place.segment();
    frame = place.frame();
    newestOfType = null;
  }

  /** From here on it sees only the newest frame of each event type, and then what comes. */
  public void keepNewestOfEachType() {
    newestOfType = new Place(segment, frame).newestOfEachType(view);
  }

  /**
   * From here on it does not see what this sieve rejects.
   *
   * @param sieve is asked about every frame that is to be taken
   */
  public void sieveWith(Sieve sieve) {
    this.sieve = sieve;
  }

  /**
   * Another cursor at the same place that sees the same, whatever is rejected.
   *
   * @return a new cursor
   */
  public Cursor copy() {
    Cursor copy = new Cursor(log, new Place(segment, frame), view);
    copy.newestOfType = newestOfType;
    return copy;
  }

  /**
   * Shows the frames that its reader may see, from the first after one sequence to another, for as
   * long as the visitor wants, and moves behind them.
   *
   * @param after frames up to this place in the order are left out
   * @param upTo the last place in the order
   * @param visitor looks at the frames
   * @return the sequence up to which all were shown
   */
  public long inspect(long after, long upTo, FrameVisitor visitor) {
    long shown = after;
    while (state() == CursorState.HERE) {
      int frames = segment.frames();
      Page page = segment.page();
      if (page == null) {
        return shown;
      }
      int end = page.firstAfter(upTo, frame, frames);
      frame = page.firstAfter(after, frame, end);
      while (frame < end) {
        shown = page.sequence(frame);
        boolean goesOn = !isSeen(page, frame) || show(page, visitor);
        frame++;
        if (!goesOn) {
          return shown;
        }
      }
      if (end < frames) {
        return upTo;
      }
    }
    return state() == CursorState.NOT_YET ? upTo : shown;
  }

  private boolean show(Page page, FrameVisitor visitor) {
    int from = page.start(frame);
    int to = page.end(frame);
    return visitor.visit(page.sequence(frame), page.type(frame), page.bytes, from, to);
  }

  /**
   * What it finds; moves on to the next segment when one has been read.
   *
   * @return here, not yet, or overtaken
   */
  public CursorState state() {
    while (frame >= segment.frames()) {
      Segment next = segment.next();
      if (next == null) {
        return CursorState.NOT_YET;
      }
      if (frame >= segment.frames()) { // nothing came between the two looks; now it is sealed
        segment = next;
        frame = 0;
      }
    }
    return segment.page() == null ? CursorState.OVERTAKEN : CursorState.HERE;
  }

  /**
   * The sequence of the next frame that its reader sees; {@code Long.MAX_VALUE} for none.
   *
   * @return a place in the order
   */
  public long sequence() {
    while (state() == CursorState.HERE) {
      Page page = segment.page();
      if (page != null && (isPlain(page) || isSeen(page, frame))) {
        return page.sequence(frame);
      }
      frame += page == null ? 0 : 1;
    }
    return Long.MAX_VALUE;
  }

  /**
   * Events between this cursor and the head, seen by its reader or not.
   *
   * @return events
   */
  public long lagEvents() {
    return Math.max(0, log.tail().endFrame() - segment.firstFrame - frame);
  }

  /**
   * Whether it is further behind than this.
   *
   * @param events the most events
   * @param bytes the most bytes
   * @return whether it is over one of them
   */
  public boolean lagsMoreThan(int events, long bytes) {
    if (lagEvents() > events) {
      return true;
    }
    Page page = segment.page();
    // A segment is released when its end is too far behind: its readers are there, or further.
    int at = page == null ? segment.used() : page.start(frame);
    return log.endByte() - segment.firstByte - at > bytes;
  }

  /**
   * Gives out frames from here on, at most up to this sequence and, after the first, within this
   * many bytes.
   *
   * @param upTo the last place in the order
   * @param budget bytes
   * @param out takes the frames
   * @return what the cursor finds behind them
   */
  public CursorState take(long upTo, int budget, Slices out) {
    int left = budget;
    CursorState state = state();
    while (state == CursorState.HERE && left > 0) {
      int frames = segment.frames();
      Page page = segment.page();
      if (page == null) {
        return CursorState.OVERTAKEN;
      }
      int end = page.firstAfter(upTo, frame, frames);
      if (end == frame) {
        return CursorState.HERE;
      }
      int taken = isPlain(page) ? run(page, end, left, out) : seen(page, end, left, out);
      if (taken < 0) {
        return CursorState.OVERTAKEN;
      }
      left -= taken;
      state = state();
    }
    return state;
  }

  private boolean isPlain(Page page) {
    return newestOfType == null && sieve == null && !page.isDirected();
  }

  /** Gives out one run of frames until {@code end} or the budget; -1 when they are gone. */
  private int run(Page page, int end, int budget, Slices out) {
    int to = frame + 1;
    int limit = page.start(frame) + budget;
    while (to < end && page.end(to) <= limit) {
      to++;
    }
    return give(page, to, out);
  }

  /** Gives out the next run of frames that its reader sees, and steps over those it does not. */
  private int seen(Page page, int end, int budget, Slices out) {
    while (frame < end && !isSeen(page, frame)) {
      frame++;
    }
    if (frame == end) {
      return 0;
    }
    int to = frame + 1;
    int limit = page.start(frame) + budget;
    while (to < end && page.end(to) <= limit && isSeen(page, to)) {
      to++;
    }
    return give(page, to, out);
  }

  /**
   * A cursor at the same place for several readers at once, to whom nothing is directed.
   *
   * @return a new cursor
   */
  public Cursor shared() {
    return as(CursorView.of(false, null));
  }

  /**
   * A cursor at the same place for a reader that sees the log so.
   *
   * @param view how it sees the log
   * @return a new cursor
   */
  public Cursor as(CursorView view) {
    Cursor other = new Cursor(log, new Place(segment, frame), view);
    other.givenNanos = givenNanos;
    return other;
  }

  /**
   * Goes to the place of another cursor of the same log.
   *
   * @param other where it goes
   */
  public void goTo(Cursor other) {
    segment = other.segment;
    frame = other.frame;
    givenNanos = other.givenNanos;
  }

  /**
   * Whether both find the same next.
   *
   * @param other a cursor of the same log
   * @return whether they are at the same place
   */
  public boolean isAt(Cursor other) {
    return state() == other.state() && segment == other.segment && frame == other.frame;
  }

  /**
   * Whether its reader sees here what every reader sees.
   *
   * @return false when it does not, or may not further on in the same segment
   */
  public boolean canBeShared() {
    Page page = segment.page();
    return page != null && isPlain(page);
  }

  /**
   * Gives out frames that every reader sees, at most up to this sequence and, after the first,
   * within this many bytes.
   *
   * @param upTo the last place in the order
   * @param budget bytes
   * @param out takes the frames
   * @return false when it came to a frame that is gone, or that is not for everyone
   */
  public boolean takeShared(long upTo, int budget, Slices out) {
    int left = budget;
    while (left > 0 && state() != CursorState.NOT_YET) {
      int frames = segment.frames();
      Page page = segment.page();
      if (page == null || !isPlain(page)) {
        return false;
      }
      int end = page.firstAfter(upTo, frame, frames);
      if (end == frame) {
        return true;
      }
      left -= run(page, end, left, out);
    }
    return true;
  }

  /** When the newest frame that was given out was published; long ago before there is one. */
  public long givenNanos() {
    return givenNanos;
  }

  private int give(Page page, int to, Slices out) {
    givenNanos = page.nanos(to - 1);
    Text text = view.labelled() ? log.labelled(segment, to) : page;
    if (text == null) {
      return -1;
    }
    return out.takesDeflated() ? giveDeflated(text, to, out) : give(text, to, out);
  }

  private int give(Text text, int to, Slices out) {
    int start = text.start(frame);
    int end = text.end(to - 1);
    out.add(text.bytes(), start, end, to - frame);
    frame = to;
    return end - start;
  }

  private int giveDeflated(Text text, int to, Slices out) {
    int length = 0;
    while (frame < to) {
      Runs.Run run = log.deflated(segment, view.labelled(), text, frame, to);
      out.add(run.deflated(), run.end() - frame);
      length += run.deflated().bytes().length;
      frame = run.end();
    }
    return length;
  }

  private boolean isSeen(Page page, int at) {
    if (!view.sees(page.audience(at))) {
      return false;
    }
    Sieve rejected = sieve;
    if (rejected != null && rejected.rejects(page.sequence(at))) {
      return false;
    }
    Map<String, Long> newest = newestOfType;
    if (newest == null) {
      return true;
    }
    Long only = newest.get(page.type(at));
    return only == null || page.sequence(at) >= only;
  }
}
