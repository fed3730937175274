package io.tidings.sse.client;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads lines of data that follow each other: what an event of many lines is made of. Each byte is
 * copied and looked at in one go, sixteen at a time; what is not as usual is left to others.
 */
final class DataRun {

  private static final int STEP = 2 * Long.BYTES;
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final ByteBuilder data;
  private final int mostLine;
  private final int mostEvent;

  DataRun(ByteBuilder data, ParserLimits limits) {
    this.data = data;
    this.mostLine = limits.line();
    this.mostEvent = limits.event();
  }

  /** Whether a line of data starts here, and enough follows to read on. */
  boolean startsAt(byte[] bytes, int from, int to) {
    return from <= to - STEP && Fields.dataColon(bytes, from) != Fields.NOT_THIS;
  }

  /**
   * Appends the data of whole lines, each behind a LF, as long as there is room for it.
   *
   * @return where the first line starts that was not taken
   */
  int take(byte[] bytes, int from, int to) {
    byte[] target = data.array();
    int room = Math.min(target.length, mostEvent) - STEP - 1;
    int size = data.size();
    int line = from;
    while (line <= to - STEP) {
      int value = Fields.dataColon(bytes, line);
      if (value == Fields.NOT_THIS) {
        break;
      }
      int ahead = size + 1 - value;
      int end = copy(bytes, value, Math.min(to - STEP, room - ahead), target, ahead);
      int next = end == LineEnds.NONE ? end : LineEnds.behind(bytes, end, to);
      if (next == LineEnds.NONE || end - line > mostLine) {
        break;
      }
      target[size] = LineEnds.LF;
      size = end + ahead;
      line = next;
    }
    data.size(size);
    return line;
  }

  // What is copied from behind the line is overwritten by the next.
  private static int copy(byte[] bytes, int from, int last, byte[] target, int ahead) {
    for (int at = from; at <= last; at += STEP) {
      long low = (long) WORD.get(bytes, at);
      long high = (long) WORD.get(bytes, at + Long.BYTES);
      WORD.set(target, at + ahead, low);
      WORD.set(target, at + ahead + Long.BYTES, high);
      long marks = LineEnds.marks(low);
      if (marks != 0) {
        return at + LineEnds.first(marks);
      }
      marks = LineEnds.marks(high);
      if (marks != 0) {
        return at + Long.BYTES + LineEnds.first(marks);
      }
    }
    return LineEnds.NONE;
  }
}
