package io.tidings.sse.hub;

import io.tidings.sse.log.Cursor;
import io.tidings.sse.log.CursorView;
import io.tidings.sse.log.Entry;
import io.tidings.sse.log.Retention;
import io.tidings.sse.log.TopicLog;
import io.tidings.sse.wire.Frame;
import io.tidings.sse.wire.TopicLabel;
import org.jspecify.annotations.Nullable;

/**
 * A page of history as a log of its own, ready for the cursors of all who want it. Immutable once
 * made.
 */
final class BacklogPage {

  private static final Retention ALL =
      new Retention(
          Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);

  private final TopicLog log;

  /** Everything up to this sequence is in it, or is told as a gap. */
  final long through;

  /** The stream's head when it was read. */
  final long head;

  /** Why something before it is missing; null when nothing is. */
  final @Nullable String gap;

  final boolean isEmpty;

  private BacklogPage(
      TopicLog log, long through, long head, @Nullable String gap, boolean isEmpty) {
    this.log = log;
    this.through = through;
    this.head = head;
    this.gap = gap;
    this.isEmpty = isEmpty;
  }

  /** What could not be read is lost for its readers. */
  static BacklogPage unreadable(PageQuery query, long head) {
    return new BacklogPage(log(query, query.after()), head, head, Gap.TRIMMED, true);
  }

  /** What was found, up to the first hole in it: {@code prev} says whether there is one. */
  static BacklogPage of(PageQuery query, long start, History.Page page, long head) {
    TopicLog log = log(query, start);
    StreamWriter writer = query.stream().writer();
    long last = start;
    boolean whole = true;
    for (History.Stored event : page.events()) {
      whole = last == start || event.prev() == last;
      if (!whole) {
        break;
      }
      Frame frame = Frame.of(writer.header(event.type()), event.data());
      log.append(new Entry(frame, event.sequence(), 0, event.audience()));
      last = event.sequence();
    }
    boolean isEmpty = last == start;
    boolean lost = isEmpty ? page.head() > start : page.events().get(0).prev() > start;
    // An event that is not there after the last one is found missing by the next page.
    boolean isComplete = page.complete() && whole && (isEmpty || page.head() <= last);
    long through = isComplete ? Math.max(head, Math.max(last, page.head())) : last;
    String gap = lost ? Gap.TRIMMED : start > query.after() ? Gap.LIMIT : null;
    return new BacklogPage(log, through, head, gap, isEmpty);
  }

  private static TopicLog log(PageQuery query, long start) {
    return new TopicLog(ALL, TopicLabel.of(query.topic()), start);
  }

  /** A cursor of one reader at its first event. */
  Cursor cursor(CursorView view) {
    return log.after(0, view);
  }
}
