package io.tidings.sse.log;

import org.jspecify.annotations.Nullable;

/** Walks the frames of a log from a place to the head; ends early where they are released. */
final class Frames {

  private Segment segment;
  private int next;
  private int frame = -1;
  private @Nullable Page page;

  Frames(Place start) {
    this.segment = start.segment();
    this.next = start.frame();
  }

  boolean next() {
    while (next >= segment.frames()) {
      Segment following = segment.next();
      if (following == null) {
        return false;
      }
      segment = following;
      next = 0;
    }
    page = segment.page();
    frame = next++;
    return page != null;
  }

  Page page() {
    if (page == null) {
      throw new IllegalStateException("next() must have found a frame");
    }
    return page;
  }

  int frame() {
    return frame;
  }

  Segment segment() {
    return segment;
  }

  Place placeAfter() {
    return new Place(segment, frame + 1);
  }
}
