package io.tidings.sse.log;

import io.tidings.sse.wire.Frame;
import io.tidings.sse.wire.FrameHeader;
import java.nio.charset.StandardCharsets;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** One appends, over the end of a segment, while a cursor reads: it sees whole frames in order. */
@JCStressTest
@Outcome(id = "[0-3], true", expect = Expect.ACCEPTABLE, desc = "the first frames, all complete")
@Outcome(expect = Expect.FORBIDDEN, desc = "a frame before its bytes")
@State
public class TopicLogStress {

  private static final FrameHeader HEADER = FrameHeader.of("news", "t");
  private static final Frame FRAME =
      Frame.of(HEADER, "x".repeat(400).getBytes(StandardCharsets.UTF_8));

  private final TopicLog log =
      new TopicLog(new Retention(10, 1 << 20, Long.MAX_VALUE, 10, 1 << 20), null, 0);
  private final Cursor cursor = log.after(0, new CursorView(false, null));

  /** The publisher, under its lock. */
  @Actor
  public void append() {
    for (int i = 1; i <= 3; i++) {
      log.append(new Entry(FRAME, i, 1, null));
    }
  }

  /** A reader. */
  @Actor
  public void read(IZ_Result result) {
    Reading reading = new Reading();
    cursor.take(3, 1 << 20, reading);
    result.r1 = reading.frames;
    result.r2 = reading.isWhole;
  }

  /** Counts frames, and looks at the ends of what it is shown. */
  private static final class Reading implements Slices {

    private int frames;
    private boolean isWhole = true;

    @Override
    public void add(byte[] bytes, int from, int to, int count) {
      frames += count;
      isWhole &= bytes[from] == 'e' && bytes[to - 1] == '\n' && bytes[to - 3] == 'x';
    }
  }
}
