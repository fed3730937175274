package io.tidings.sse.log;

/** Looks at frames one by one, without taking them. */
@FunctionalInterface
public interface FrameVisitor {

  /**
   * Looks at the frame in the bytes from {@code from} until {@code to}, which never change; says
   * whether it wants to see the next one.
   *
   * @param sequence the place of the frame in the order
   * @param type its event type
   * @param bytes holds it
   * @param from where it starts
   * @param to where it ends
   * @return whether to go on
   */
  boolean visit(long sequence, String type, byte[] bytes, int from, int to);
}
