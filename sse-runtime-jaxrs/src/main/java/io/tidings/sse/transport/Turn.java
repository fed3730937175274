package io.tidings.sse.transport;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * Whose turn it is at a sink whose writes may take longer than the call: the pump's, which may
 * write, or the container's, which will say when it is through. The end waits for the pump's turn.
 */
public final class Turn {

  private static final int PUMP = 0;
  private static final int CONTAINER = 1;
  private static final int CONTAINER_THEN_END = 2;

  private static final AtomicIntegerFieldUpdater<Turn> STATE =
      AtomicIntegerFieldUpdater.newUpdater(Turn.class, "state");

  /** No enum: it is set twice in a write, and a collector looks at every reference that is set. */
  private volatile int state;

  private Turn(int first) {
    this.state = first;
  }

  /**
   * The pump may write at once.
   *
   * @return a new turn
   */
  public static Turn ofPump() {
    return new Turn(PUMP);
  }

  /**
   * The container will say when the pump may write.
   *
   * @return a new turn
   */
  public static Turn ofContainer() {
    return new Turn(CONTAINER);
  }

  /** The pump leaves the sink to the container; before it does what the container will answer. */
  public void toContainer() {
    state = CONTAINER;
  }

  /**
   * The container is through. False when the end was asked for meanwhile: it is the caller's.
   *
   * @return whether the pump goes on
   */
  public boolean toPump() {
    return STATE.compareAndSet(this, CONTAINER, PUMP) || state == PUMP;
  }

  /**
   * The pump wants to end. False when the container is not through: it will do it then.
   *
   * @return whether the caller ends the response
   */
  public boolean end() {
    return !STATE.compareAndSet(this, CONTAINER, CONTAINER_THEN_END);
  }

  /**
   * Whether the pump has left the sink to the container.
   *
   * @return whether it is the container's turn
   */
  public boolean isContainers() {
    return state != PUMP;
  }
}
