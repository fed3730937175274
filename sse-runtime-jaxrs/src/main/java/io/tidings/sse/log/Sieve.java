package io.tidings.sse.log;

/** Knows which frames one reader does not get. Asked by the thread that reads the cursor. */
@FunctionalInterface
public interface Sieve {

  /**
   * Whether the frame with this sequence was decided, and is not for the reader.
   *
   * @param sequence the place of the frame in the order
   * @return whether the reader does not get it
   */
  boolean rejects(long sequence);
}
