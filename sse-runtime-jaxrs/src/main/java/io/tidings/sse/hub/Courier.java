package io.tidings.sse.hub;

/**
 * Brings one subscription's bytes to its client: run, it reads the subscription and sends what it
 * gets. What many are to get at once it can be handed instead. For transports; everything is called
 * by the lane of its subscription.
 */
public interface Courier extends Runnable {

  /**
   * Whether it has nothing to do and could send at once.
   *
   * @return false when it has to read for itself
   */
  boolean isFree();

  /**
   * Takes what {@link #carry} is to send; the same for all of a lane.
   *
   * @return takes the bytes
   */
  Outlet load();

  /**
   * Sends the load, if nothing came in between that only a read would find.
   *
   * @return false when it was not sent: its subscription is to be read from where it was
   */
  boolean carry();

  /** Empties the load, before it is filled and after it was carried. */
  void unload();
}
