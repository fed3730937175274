package io.tidings.sse.log;

import org.jspecify.annotations.Nullable;

/**
 * A run of frames in one array. Bytes are written once, then never again, so that a container may
 * hold the array while it writes; a released segment has given its bytes up.
 */
final class Segment {

  final long firstFrame;
  final long firstByte;

  // Written only by the log's writer.
  private int used;

  // Written by the log's writer; read by any thread.
  private volatile @Nullable Page page;
  private volatile int frames;
  private volatile @Nullable Segment next;

  // Written by whoever extends them, under the log's rendition lock; read by any thread.
  private volatile @Nullable Rendition rendition;
  private volatile @Nullable Runs runs;
  private volatile @Nullable Runs labelledRuns;

  Segment(long firstFrame, long firstByte, int capacity) {
    this.firstFrame = firstFrame;
    this.firstByte = firstByte;
    this.page = Page.ofCapacity(capacity);
  }

  boolean hasRoom(int bytes) {
    Page current = page;
    return current != null && current.bytes.length - used >= bytes;
  }

  void append(Entry entry) {
    Page target = page;
    if (target == null) {
      throw new IllegalStateException("segment must not be released before it is sealed");
    }
    int frame = frames;
    if (target.isFull(frame)) {
      target = target.grown();
      page = target;
    }
    used = entry.frame().write(entry.sequence(), target.bytes, used);
    target.set(frame, used, entry);
    frames = frame + 1; // publishes the bytes and the index entry
  }

  /** Ends this segment; its readers go on in the next. */
  void seal(Segment next) {
    this.next = next;
  }

  /** Gives the bytes up; cursors that still wanted them are overtaken. */
  void release() {
    page = null;
    rendition = null;
    runs = null;
    labelledRuns = null;
  }

  /** The bytes and their index; null when released. Read it after {@link #frames()}. */
  @Nullable Page page() {
    return page;
  }

  int frames() {
    return frames;
  }

  @Nullable Segment next() {
    return next;
  }

  int capacity() {
    Page current = page;
    return current == null ? 0 : current.bytes.length;
  }

  int used() {
    return used;
  }

  long endFrame() {
    return firstFrame + frames;
  }

  @Nullable Rendition rendition() {
    return rendition;
  }

  void rendition(Rendition rendition) {
    this.rendition = rendition;
  }

  @Nullable Runs runs(boolean labelled) {
    return labelled ? labelledRuns : runs;
  }

  void runs(boolean labelled, Runs made) {
    if (labelled) {
      labelledRuns = made;
    } else {
      runs = made;
    }
  }
}
