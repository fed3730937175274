package io.tidings.sse.hub;

import io.tidings.sse.log.Cursor;
import io.tidings.sse.log.CursorView;
import org.jspecify.annotations.Nullable;

/**
 * The way of one reader through history up to what memory has: one page after the other. Used by
 * the reading thread, but for {@link #leave}.
 */
final class Backlog {

  /** What has come of a turn. */
  enum Turn {
    /** The next page is on its way. */
    WAITING,
    /** There is more to read. */
    TURNED,
    /** The reader goes on in memory. */
    DONE
  }

  private final Pages pages;
  private final HubStream stream;
  private final HubTopic topic;
  private final CursorView view;
  private final boolean isGreeting;
  private final Runnable wake;
  private PageQuery next;
  private long through;
  private Cursor cursor;

  /** Where it goes on in memory; null while memory does not have what follows. */
  private @Nullable Cursor ahead;

  private @Nullable String gap;
  private boolean begun;

  // Written by the reading thread; read by any.
  private volatile @Nullable PageRead current;

  private Backlog(
      Pages pages,
      HubTopic topic,
      CursorView view,
      PageQuery first,
      boolean isGreeting,
      Runnable wake) {
    this.pages = pages;
    this.stream = first.stream();
    this.topic = topic;
    this.view = view;
    this.next = first;
    this.through = first.after();
    this.isGreeting = isGreeting;
    this.wake = wake;
    this.cursor = BacklogPage.unreadable(first, 0).cursor(view);
  }

  /** The way of a reader that has seen everything up to a sequence, or nothing: zero. */
  static Backlog resume(
      Archive archive, HubTopic topic, CursorView view, PageQuery first, Runnable wake) {
    return new Backlog(archive.pages(), topic, view, first, false, wake);
  }

  /** The way of a newcomer that gets some of the newest events. */
  static Backlog greeting(
      Archive archive, HubTopic topic, CursorView view, PageQuery first, Runnable wake) {
    return new Backlog(archive.pages(), topic, view, first, true, wake);
  }

  /** Where to read, up to {@link #through}. */
  Cursor cursor() {
    return cursor;
  }

  /** The sequence up to which it may be read. */
  long through() {
    return through;
  }

  /** Whether the first page has come, so that it is known what comes first. */
  boolean hasBegun() {
    return begun;
  }

  boolean hasAsked() {
    return current != null;
  }

  /** Whether the next page is still being read. */
  boolean isWaiting() {
    PageRead read = current;
    return read != null && !read.hasLanded();
  }

  /** Why events before the cursor are missing, once; null when none are. */
  @Nullable String takeGap() {
    String found = gap;
    gap = null;
    return found;
  }

  /** Whether an event with this sequence is still ahead, if it is kept. */
  boolean isAhead(long sequence) {
    return !isGreeting && sequence > through;
  }

  /** Goes on towards this head when everything up to {@link #through} has been read. */
  Turn turn(long head) {
    PageRead read = current;
    if (read == null) {
      return goAhead() ? Turn.DONE : request(head);
    }
    BacklogPage page = read.page();
    if (page == null) {
      return Turn.WAITING;
    }
    current = null;
    take(page);
    return page.isEmpty && through <= head && goAhead() ? Turn.DONE : Turn.TURNED;
  }

  private boolean goAhead() {
    Cursor place = ahead == null ? placeInMemory() : ahead;
    cursor = place == null ? cursor : place;
    return place != null;
  }

  private void take(BacklogPage page) {
    boolean isFirst = !begun;
    begun = true;
    cursor = page.cursor(view);
    through = page.through;
    next = PageQuery.after(stream, topic.path, through);
    boolean told = isFirst && isGreeting; // a newcomer has missed nothing
    gap = told ? null : page.gap;
    ahead = placeInMemory();
  }

  private Turn request(long head) {
    if (through >= head) {
      return Turn.WAITING; // for what is to come, and memory may have it then
    }
    PageRead read = pages.join(next);
    current = read;
    read.whenLanded(wake);
    return Turn.WAITING;
  }

  /**
   * Where memory has everything that follows: taken at once, because it may be trimmed. Not while a
   * page is ahead of memory: the place would be before events that the page has.
   */
  private @Nullable Cursor placeInMemory() {
    return stream.locked(
        () -> {
          boolean follows = topic.log.trimmedThrough() <= through && through <= stream.head();
          return follows ? topic.log.after(through, view) : null;
        });
  }

  /** The reader has gone: what it waits for need not be read for it. */
  void leave() {
    PageRead read = current;
    if (read != null) {
      read.leave();
    }
  }
}
