package io.tidings.sse.transport;

import io.tidings.sse.hub.Outlet;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * What goes out in one write: slices of shared arrays whose bytes never change. Used by one thread
 * at a time, again and again.
 */
public final class Batch implements Outlet {

  private static final int FIRST_CAPACITY = 8;
  private static final byte[] NO_BYTES = {};
  private static final AtomicLongFieldUpdater<Batch> WRITES =
      AtomicLongFieldUpdater.newUpdater(Batch.class, "writes");

  private byte[][] arrays = new byte[FIRST_CAPACITY][];
  private int[] starts = new int[FIRST_CAPACITY];
  private int[] ends = new int[FIRST_CAPACITY];
  private int size;
  private int length;
  private int frames;
  private int framesBefore;

  /** Written by one thread at a time; read by any. */
  private volatile long writes;

  /** All slices in one; made when first asked for, because many readers may get the same batch. */
  private byte @Nullable [] joined;

  @Override
  public void add(byte[] bytes, int from, int to, int frames) {
    if (size == starts.length) {
      int capacity = size * 2;
      arrays = Arrays.copyOf(arrays, capacity);
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
    }
    arrays[size] = bytes;
    starts[size] = from;
    ends[size] = to;
    size++;
    joined = null;
    length += to - from;
    this.frames += frames;
  }

  /** Lets every array go. */
  public void clear() {
    Arrays.fill(arrays, 0, size, NO_BYTES);
    size = 0;
    joined = null;
    length = 0;
    framesBefore = frames;
    frames = 0;
  }

  /** Whether another batch has the same slices of the same arrays, and so the same bytes. */
  boolean isSameAs(Batch other) {
    if (size != other.size || length != other.length) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (arrays[i] != other.arrays[i]
          || starts[i] != other.starts[i]
          || ends[i] != other.ends[i]) {
        return false;
      }
    }
    return true;
  }

  /** Takes the slices of another batch instead of its own. */
  void become(Batch other) {
    clear();
    for (int i = 0; i < other.size; i++) {
      add(other.arrays[i], other.starts[i], other.ends[i], 0);
    }
    frames = other.frames;
  }

  /**
   * Whether there is nothing to write.
   *
   * @return whether the batch is empty
   */
  public boolean isEmpty() {
    return size == 0;
  }

  /**
   * How many slices there are.
   *
   * @return slices
   */
  public int size() {
    return size;
  }

  /**
   * How many bytes there are.
   *
   * @return bytes
   */
  public int length() {
    return length;
  }

  /**
   * How many events there are.
   *
   * @return events
   */
  public int frames() {
    return frames;
  }

  /** How many frames were in it before it was last cleared. */
  int framesBefore() {
    return framesBefore;
  }

  /** Counts a write to one reader, unless it brings no event, as a heartbeat. */
  void written() {
    if (frames > 0) {
      WRITES.lazySet(this, writes + 1); // one writer at a time
    }
  }

  /** How many writes brought events to a reader. Any thread may ask. */
  long writes() {
    return writes;
  }

  /**
   * The array of a slice.
   *
   * @param slice its place in the batch
   * @return an array that never changes
   */
  public byte[] array(int slice) {
    return arrays[slice];
  }

  /**
   * Where a slice starts in its array.
   *
   * @param slice its place in the batch
   * @return the index of its first byte
   */
  public int start(int slice) {
    return starts[slice];
  }

  /**
   * Where a slice ends in its array.
   *
   * @param slice its place in the batch
   * @return the index after its last byte
   */
  public int end(int slice) {
    return ends[slice];
  }

  /**
   * All slices in one array, the same until the batch changes: for a way out that takes only one.
   *
   * @return an array that never changes
   */
  public byte[] joined() {
    byte[] made = joined;
    if (made == null) {
      made = new byte[length];
      int at = 0;
      for (int i = 0; i < size; i++) {
        int slice = ends[i] - starts[i];
        System.arraycopy(arrays[i], starts[i], made, at, slice);
        at += slice;
      }
      joined = made;
    }
    return made;
  }

  /**
   * Writes every slice.
   *
   * @param out takes the bytes
   * @throws IOException when it does not take them
   */
  public void writeTo(OutputStream out) throws IOException {
    for (int i = 0; i < size; i++) {
      out.write(arrays[i], starts[i], ends[i] - starts[i]);
    }
  }
}
