package io.tidings.sse.log;

import io.tidings.sse.wire.Frame;
import io.tidings.sse.wire.FrameHeader;
import java.nio.charset.StandardCharsets;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A cursor finds nothing while the tail is sealed under it: what follows is found later. */
@JCStressTest
@Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "before the first")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "between them")
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "after both")
@Outcome(expect = Expect.FORBIDDEN, desc = "a hole or a repeat")
@State
public class CursorStress {

  private static final FrameHeader HEADER = FrameHeader.of("news", "t");
  private static final Frame FRAME =
      Frame.of(HEADER, "x".repeat(600).getBytes(StandardCharsets.UTF_8));

  private final TopicLog log =
      new TopicLog(new Retention(10, 1 << 20, Long.MAX_VALUE, 10, 1 << 20), null, 0);
  private final Cursor cursor = log.after(0, new CursorView(false, null));

  /** The publisher, under its lock: each frame needs a segment of its own. */
  @Actor
  public void append() {
    log.append(new Entry(FRAME, 1, 1, null));
    log.append(new Entry(FRAME, 2, 1, null));
  }

  /** A reader that looks once. */
  @Actor
  public void read(II_Result result) {
    result.r1 = frames();
  }

  /** It looks again. */
  @Arbiter
  public void readAgain(II_Result result) {
    result.r2 = frames();
  }

  private int frames() {
    int[] frames = new int[1];
    cursor.take(2, 1 << 20, (bytes, from, to, count) -> frames[0] += count);
    return frames[0];
  }
}
