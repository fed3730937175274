package io.tidings.sse.hub;

import io.tidings.sse.log.CursorState;
import io.tidings.sse.log.Slices;
import io.tidings.sse.wire.Deflated;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads several topics of a stream in the order of their sequences, up to a head that was published
 * before. Used by one thread at a time; allocates nothing.
 */
final class Merge implements Slices {

  /** What stopped a read. */
  enum Stop {
    /** Everything up to the head has been read. */
    CAUGHT_UP,
    /** The budget is spent. */
    BUDGET,
    /** A reader was overtaken; {@link Merge#overtaken()} is it. */
    OVERTAKEN
  }

  final TopicReader[] readers;
  private final boolean isScreened;

  /** Whether any reader may still be behind memory. */
  private boolean isBehind;

  private @Nullable TopicReader overtaken;

  // Valid within one read.
  private Outlet out = (bytes, from, to, frames) -> {};
  private @Nullable GzipOutlet gzip;
  private int left;

  Merge(TopicReader[] readers) {
    this.readers = readers;
    this.isScreened = Arrays.stream(readers).anyMatch(reader -> reader.screening() != null);
    this.isBehind = Arrays.stream(readers).anyMatch(TopicReader::isBehind);
  }

  /** Goes on in history, after what was read, towards the head; says whether there is news. */
  boolean turn(long readThrough, long head) {
    boolean turned = false;
    boolean behind = false;
    for (TopicReader reader : readers) {
      turned |= reader.turn(readThrough, head);
      behind |= reader.isBehind();
    }
    isBehind = behind;
    return turned;
  }

  boolean isScreened() {
    return isScreened;
  }

  boolean isBehind() {
    return isBehind;
  }

  /** The sequence up to which filters let it be read, at most this head. */
  long decidedThrough(long head) {
    long decided = head;
    if (isScreened || isBehind) {
      for (TopicReader reader : readers) {
        decided = Math.min(decided, reader.decidedThrough(head));
      }
    }
    return decided;
  }

  /** The newest event that filters have rejected, if nothing was accepted after it; else zero. */
  long lastRejected() {
    long rejected = 0;
    long accepted = 0;
    if (isScreened) {
      for (TopicReader reader : readers) {
        Screening screening = reader.screening();
        rejected = Math.max(rejected, screening == null ? 0 : screening.lastRejected());
        accepted = Math.max(accepted, screening == null ? 0 : screening.lastAccepted());
      }
    }
    return rejected > accepted ? rejected : 0;
  }

  /** The same readers and one more. */
  Merge with(TopicReader reader) {
    return new Merge(
        Stream.concat(Arrays.stream(readers), Stream.of(reader)).toArray(TopicReader[]::new));
  }

  /** Gives out what there is up to this sequence, within about this many bytes. */
  Stop read(long head, int budget, Outlet out) {
    this.out = out;
    this.gzip = out instanceof GzipOutlet deflating ? deflating : null;
    this.left = budget;
    return readers.length == 1 ? readOne(head) : readMany(head);
  }

  private Stop readOne(long head) {
    TopicReader reader = readers[0];
    if (reader.isOvertaken()) {
      return overtaken(reader);
    }
    CursorState state = reader.take(head, left, this);
    if (state == CursorState.OVERTAKEN) {
      return overtaken(reader);
    }
    return reader.cursor.sequence() <= head ? Stop.BUDGET : Stop.CAUGHT_UP;
  }

  private Stop readMany(long head) {
    while (left > 0) {
      TopicReader first = null;
      long lowest = Long.MAX_VALUE;
      long second = Long.MAX_VALUE;
      for (TopicReader reader : readers) {
        if (reader.isOvertaken()) {
          return overtaken(reader);
        }
        long sequence = reader.cursor.sequence();
        if (sequence < lowest) {
          second = lowest;
          lowest = sequence;
          first = reader;
        } else if (sequence < second) {
          second = sequence;
        }
      }
      if (first == null || lowest > head) {
        return Stop.CAUGHT_UP;
      }
      if (first.take(Math.min(head, second - 1), left, this) == CursorState.OVERTAKEN) {
        return overtaken(first);
      }
    }
    return Stop.BUDGET;
  }

  private Stop overtaken(TopicReader reader) {
    overtaken = reader;
    return Stop.OVERTAKEN;
  }

  TopicReader overtaken() {
    if (overtaken == null) {
      throw new IllegalStateException("read must have stopped at an overtaken reader");
    }
    return overtaken;
  }

  boolean hasEnded() {
    for (TopicReader reader : readers) {
      if (!reader.hasEnded()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean takesDeflated() {
    return gzip != null;
  }

  @Override
  public void add(Deflated run, int frames) {
    if (gzip != null) {
      left -= run.bytes().length;
      gzip.add(run, frames);
    }
  }

  @Override
  public void add(byte[] bytes, int from, int to, int frames) {
    left -= to - from;
    out.add(bytes, from, to, frames);
  }
}
