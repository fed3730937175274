package io.tidings.sse.log;

import io.tidings.sse.wire.TopicLabel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The labelled form of a segment's first frames, shared by all readers of many topics. Immutable: a
 * longer one replaces it.
 */
final class Rendition implements Text {

  final byte[] bytes;
  private final int[] ends;
  private final int frames;

  private Rendition(byte[] bytes, int[] ends, int frames) {
    this.bytes = bytes;
    this.ends = ends;
    this.frames = frames;
  }

  /** The labelled form of the first {@code frames} frames; goes on from a shorter one. */
  static Rendition extended(@Nullable Rendition shorter, Page page, int frames, TopicLabel label) {
    int done = shorter == null ? 0 : shorter.frames;
    int at = done == 0 || shorter == null ? 0 : shorter.ends[done - 1];
    int needed = at + page.end(frames - 1) - page.start(done) + (frames - done) * label.length();
    byte[] bytes = room(shorter, at, needed, page, label);
    int[] ends = shorter == null ? new int[frames] : grown(shorter.ends, done, frames);
    for (int frame = done; frame < frames; frame++) {
      at = write(page, frame, label, bytes, at);
      ends[frame] = at;
    }
    return new Rendition(bytes, ends, frames);
  }

  boolean covers(int frames) {
    return this.frames >= frames;
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

  private static int write(Page page, int frame, TopicLabel label, byte[] target, int at) {
    int from = page.start(frame);
    int to = page.end(frame);
    if (label.appliesTo(page.type(frame))) {
      return label.write(page.bytes, from, to, target, at);
    }
    System.arraycopy(page.bytes, from, target, at, to - from);
    return at + to - from;
  }

  // Bytes after the shorter one's end are nobody's yet, so it may share its array with this one.
  private static byte[] room(
      @Nullable Rendition shorter, int used, int needed, Page page, TopicLabel label) {
    if (shorter != null && shorter.bytes.length >= needed) {
      return shorter.bytes;
    }
    if (shorter == null) {
      return new byte[needed]; // most topics are small, and stay at what they had first
    }
    int fair = page.bytes.length + label.length() * 8;
    byte[] bytes = new byte[Math.max(needed, Math.max(fair, used * 2))];
    System.arraycopy(shorter.bytes, 0, bytes, 0, used);
    return bytes;
  }

  private static int[] grown(int[] ends, int done, int frames) {
    return ends.length >= frames ? ends : Arrays.copyOf(ends, Math.max(frames, done * 2));
  }
}
