package io.tidings.sse.log;

/**
 * Which part of a log is kept for readers to come: from one frame on to the head. Used under the
 * log's lock.
 */
final class History {

  private final Retention retention;
  private final LagWindow lagWindow;
  private Segment segment;
  private int frame;
  private long events;
  private long bytes;
  private long trimmedThrough;
  private boolean keepsNewest;

  History(Retention retention, Segment first, long trimmedThrough, LagWindow lagWindow) {
    this.retention = retention;
    this.segment = first;
    this.trimmedThrough = trimmedThrough;
    this.lagWindow = lagWindow;
  }

  void added(int length) {
    events++;
    bytes += length;
  }

  void skipped(long sequence) {
    trimmedThrough = sequence;
  }

  /** From now on the newest frame stays, and does not count. */
  void keepNewest() {
    keepsNewest = true;
  }

  void trim(long nanos) {
    while (events > (keepsNewest ? 1 : 0) && isTooMuch(nanos)) {
      dropOldest();
    }
    leaveReadSegments();
  }

  private boolean isTooMuch(long nanos) {
    leaveReadSegments();
    return events - (keepsNewest ? 1 : 0) > retention.events()
        || bytes > retention.bytes()
        || nanos - page().nanos(frame) > retention.nanos();
  }

  private void dropOldest() {
    Page page = page();
    trimmedThrough = page.sequence(frame);
    bytes -= page.end(frame) - page.start(frame);
    events--;
    frame++;
  }

  private void leaveReadSegments() {
    Segment next = segment.next();
    while (frame == segment.frames() && next != null) {
      lagWindow.add(segment);
      segment = next;
      frame = 0;
      next = segment.next();
    }
  }

  private Page page() {
    Page page = segment.page();
    if (page == null) {
      throw new IllegalStateException("segment must not be released while history holds it");
    }
    return page;
  }

  boolean isEmpty() {
    return events <= (keepsNewest ? 1 : 0);
  }

  long bytes() {
    return bytes;
  }

  long trimmedThrough() {
    return trimmedThrough;
  }

  Place start() {
    return new Place(segment, frame);
  }
}
