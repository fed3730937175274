package io.tidings.sse.log;

/** What a cursor finds where it stands. */
public enum CursorState {
  /** There is a frame. */
  HERE,
  /** There is no frame yet. */
  NOT_YET,
  /** There was a frame, but it is gone. */
  OVERTAKEN
}
