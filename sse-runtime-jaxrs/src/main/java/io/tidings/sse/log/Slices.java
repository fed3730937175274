package io.tidings.sse.log;

import io.tidings.sse.wire.Deflated;

/** Takes whole frames as slices of arrays whose bytes will never change. */
@FunctionalInterface
public interface Slices {

  /**
   * Takes the bytes from {@code from} until {@code to}, which hold this many frames.
   *
   * @param bytes holds the frames
   * @param from where the first starts
   * @param to where the last ends
   * @param frames how many there are
   */
  void add(byte[] bytes, int from, int to, int frames);

  /**
   * Whether it takes runs of frames that are deflated, instead of their bytes.
   *
   * @return false when it takes the bytes
   */
  default boolean takesDeflated() {
    return false;
  }

  /**
   * Takes a run, which holds this many frames; only if it takes any.
   *
   * @param run the frames
   * @param frames how many there are
   */
  default void add(Deflated run, int frames) {
    throw new UnsupportedOperationException("slices must take deflated runs; do not");
  }
}
