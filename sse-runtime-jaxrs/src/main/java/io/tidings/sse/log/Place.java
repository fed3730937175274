package io.tidings.sse.log;

import java.util.HashMap;
import java.util.Map;

/** A frame boundary of a log. Moved only where the log's lock keeps the frames ahead of it. */
record Place(Segment segment, int frame) {

  /** The first frame from here on whose sequence is greater than this one. */
  Place after(long sequence) {
    Segment at = segment;
    int from = frame;
    while (true) {
      Page page = at.page();
      int found = page == null ? from : page.firstAfter(sequence, from, at.frames());
      Segment next = at.next();
      if (found < at.frames() || next == null) {
        return new Place(at, found);
      }
      at = next;
      from = 0;
    }
  }

  /** The place from which on its reader sees this many frames, or here when there are fewer. */
  Place newest(int events, CursorView view) {
    int seen = visible(view);
    Frames again = new Frames(this);
    Place place = this;
    while (seen > events && again.next()) {
      seen -= view.sees(again.page().audience(again.frame())) ? 1 : 0;
      place = again.placeAfter();
    }
    return place;
  }

  /** How many frames its reader sees from here on. */
  int visible(CursorView view) {
    Frames all = new Frames(this);
    int seen = 0;
    while (all.next()) {
      seen += view.sees(all.page().audience(all.frame())) ? 1 : 0;
    }
    return seen;
  }

  /** The first place from here on that is no further behind the head than this. */
  Place within(int lagEvents, long lagBytes, long headFrame, long headByte) {
    Frames all = new Frames(this);
    Place place = this;
    while (all.next()) {
      long end = all.segment().firstByte + all.page().start(all.frame());
      long events = headFrame - all.segment().firstFrame - all.frame();
      if (events <= lagEvents && headByte - end <= lagBytes) {
        return place;
      }
      place = all.placeAfter();
    }
    return place;
  }

  /** The sequence of the newest frame of each event type from here on, as a reader sees them. */
  Map<String, Long> newestOfEachType(CursorView view) {
    Map<String, Long> newest = new HashMap<>();
    Frames all = new Frames(this);
    while (all.next()) {
      if (view.sees(all.page().audience(all.frame()))) {
        newest.put(all.page().type(all.frame()), all.page().sequence(all.frame()));
      }
    }
    return newest;
  }
}
