package io.tidings.sse.log;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a segment and the index of its frames. Written by the log's writer alone; a reader
 * that has read the segment's frame count may read that many entries.
 */
final class Page implements Text {

  private static final int FIRST_CAPACITY = 2;

  final byte[] bytes;
  private final int[] ends;
  private final long[] sequences;
  private final long[] times;
  private final String[] types;

  /** For whom a frame is; null for everyone, and no array at all while every frame is. */
  private volatile @Nullable String @Nullable [] audiences;

  private Page(
      byte[] bytes,
      int[] ends,
      long[] sequences,
      long[] times,
      String[] types,
      @Nullable String @Nullable [] audiences) {
    this.bytes = bytes;
    this.ends = ends;
    this.sequences = sequences;
    this.times = times;
    this.types = types;
    this.audiences = audiences;
  }

  static Page ofCapacity(int bytes) {
    int n = FIRST_CAPACITY;
    return new Page(new byte[bytes], new int[n], new long[n], new long[n], new String[n], null);
  }

  boolean isFull(int frames) {
    return frames == ends.length;
  }

  /** The same bytes with room for more index entries; the old page stays right for its readers. */
  Page grown() {
    int n = ends.length * 2;
    @Nullable String[] old = audiences;
    return new Page(
        bytes,
        Arrays.copyOf(ends, n),
        Arrays.copyOf(sequences, n),
        Arrays.copyOf(times, n),
        Arrays.copyOf(types, n),
        old == null ? null : Arrays.copyOf(old, n));
  }

  void set(int frame, int end, Entry entry) {
    ends[frame] = end;
    sequences[frame] = entry.sequence();
    times[frame] = entry.nanos();
    types[frame] = entry.frame().type();
    if (entry.audience() != null) {
      @Nullable String[] grown = audiences == null ? new String[ends.length] : audiences;
      grown[frame] = entry.audience();
      audiences = grown;
    }
  }

  @Override
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public int start(int frame) {
    return frame == 0 ? 0 : ends[frame - 1];
  }

  @Override
  public int end(int frame) {
    return ends[frame];
  }

  long sequence(int frame) {
    return sequences[frame];
  }

  long nanos(int frame) {
    return times[frame];
  }

  String type(int frame) {
    return types[frame];
  }

  boolean isDirected() {
    return audiences != null;
  }

  @Nullable String audience(int frame) {
    @Nullable String[] all = audiences;
    return all == null ? null : all[frame];
  }

  /** The first of the first {@code frames} frames whose sequence is greater than this one. */
  int firstAfter(long sequence, int from, int frames) {
    int found = Arrays.binarySearch(sequences, from, frames, sequence);
    return found < 0 ? -found - 1 : found + 1;
  }
}
