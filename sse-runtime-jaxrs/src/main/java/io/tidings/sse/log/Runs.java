package io.tidings.sse.log;

import io.tidings.sse.wire.Deflated;
import io.tidings.sse.wire.Deflation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The deflated runs of one segment's frames, shared by all readers that want them. A run is as long
 * as what its first reader had to catch up with; the next readers go along its ends, so that they
 * meet at the same runs however far apart they began. Immutable: one with a run more replaces it.
 */
final class Runs {

  /** A longer one would keep a delivery thread from its other readers. */
  private static final int LONGEST = 16 << 10;

  /**
   * Frames deflated together.
   *
   * @param deflated what is sent
   * @param end the frame after the last
   */
  record Run(Deflated deflated, int end) {}

  private static final Runs NONE = new Runs(new Run[0]);

  /** By their first frames. */
  private final @Nullable Run[] runs;

  private Runs(@Nullable Run[] runs) {
    this.runs = runs;
  }

  /** The run that begins here and is not too long; null when there is none yet. */
  static @Nullable Run find(@Nullable Runs made, int from, int to) {
    if (made == null || from >= made.runs.length) {
      return null;
    }
    Run run = made.runs[from];
    return run != null && run.end() <= to ? run : null;
  }

  /** A new run that begins here. */
  static Run make(@Nullable Runs made, Text text, int from, int to) {
    int end = (made == null ? NONE : made).endOf(text, from, to);
    return new Run(Deflation.of(text.bytes(), text.start(from), text.end(end - 1)), end);
  }

  /** The same runs and one that begins here. */
  static Runs with(@Nullable Runs made, int from, Run run) {
    Runs before = made == null ? NONE : made;
    @Nullable Run[] more = Arrays.copyOf(before.runs, Math.max(before.runs.length, from + 1));
    more[from] = run;
    return new Runs(more);
  }

  /** Where a new run is to end: at the next one, so that its readers go on there. */
  private int endOf(Text text, int from, int to) {
    int end = from + 1;
    int limit = text.start(from) + LONGEST;
    while (end < to && text.end(end) <= limit && (end >= runs.length || runs[end] == null)) {
      end++;
    }
    return end;
  }
}
