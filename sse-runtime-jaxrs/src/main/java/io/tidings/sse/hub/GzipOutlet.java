package io.tidings.sse.hub;

import io.tidings.sse.wire.Deflated;
import io.tidings.sse.wire.Deflation;
import io.tidings.sse.wire.GzipFrame;

/**
 * Makes one gzip file of everything that a subscription hands out: what is shared comes deflated
 * already, what is this reader's alone is deflated here. Used by one thread at a time.
 */
final class GzipOutlet implements Outlet {

  private static final Outlet NOWHERE = (bytes, from, to, events) -> {};

  private final GzipFrame frame = new GzipFrame();
  private Outlet out = NOWHERE;
  private boolean begun;
  private boolean ended;

  /** The same file, which goes on here. */
  GzipOutlet into(Outlet out) {
    this.out = out;
    return this;
  }

  @Override
  public void add(byte[] bytes, int from, int to, int events) {
    add(Deflation.of(bytes, from, to), events);
  }

  /** Takes a run that holds this many events. */
  void add(Deflated run, int events) {
    if (!begun) {
      begun = true;
      out.add(GzipFrame.head(), 0, GzipFrame.head().length, 0);
    }
    frame.append(run);
    out.add(run.bytes(), 0, run.bytes().length, events);
  }

  /** Ends the file; only the first call counts. */
  void end() {
    if (begun && !ended) {
      ended = true;
      byte[] tail = frame.tail();
      out.add(tail, 0, tail.length, 0);
    }
  }
}
