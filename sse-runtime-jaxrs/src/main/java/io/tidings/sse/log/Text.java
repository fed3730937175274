package io.tidings.sse.log;

/** Frames as they are written: a segment's own, or their labelled form. */
interface Text {

  byte[] bytes();

  int start(int frame);

  int end(int frame);
}
