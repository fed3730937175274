package io.tidings.sse.log;

/** Takes whole frames as slices of arrays whose bytes will never change. */
@FunctionalInterface
public interface Slices {

  /** Takes the bytes from {@code from} until {@code to}, which hold this many frames. */
  void add(byte[] bytes, int from, int to, int frames);
}
