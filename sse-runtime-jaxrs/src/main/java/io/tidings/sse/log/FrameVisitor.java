package io.tidings.sse.log;

/** Looks at frames one by one, without taking them. */
@FunctionalInterface
public interface FrameVisitor {

  /**
   * Looks at the frame in the bytes from {@code from} until {@code to}, which never change; says
   * whether it wants to see the next one.
   */
  boolean visit(long sequence, String type, byte[] bytes, int from, int to);
}
