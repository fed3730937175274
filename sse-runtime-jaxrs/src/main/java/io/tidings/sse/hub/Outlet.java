package io.tidings.sse.hub;

/** Where a subscription hands out its bytes; for transports. Used by one thread at a time. */
@FunctionalInterface
public interface Outlet {

  /**
   * Takes the bytes from {@code from} until {@code to}, which are whole blocks and hold this many
   * events. They never change, so the array may be kept.
   *
   * @param bytes an array that nobody changes any more
   * @param from the first byte
   * @param to after the last byte
   * @param events how many events are among them
   */
  void add(byte[] bytes, int from, int to, int events);
}
