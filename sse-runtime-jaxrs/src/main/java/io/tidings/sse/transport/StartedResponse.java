package io.tidings.sse.transport;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A response that has begun, or is about to. Its container gets it back once. */
public abstract class StartedResponse {

  private final Delivery delivery;
  private final AtomicBoolean finished = new AtomicBoolean();
  private final Occupancy occupancy = new Occupancy();

  // Written by the thread of the request; read by any.
  private volatile @Nullable Cut cut;

  /**
   * A response that this delivery writes.
   *
   * @param delivery writes the response
   */
  protected StartedResponse(Delivery delivery) {
    this.delivery = delivery;
  }

  /**
   * Whether it has neither ended nor failed.
   *
   * @return whether it can be written to
   */
  public abstract boolean isOpen();

  /**
   * Why nobody may take it over, if so: the rest of a sentence that begins with "because".
   *
   * @return a clause; empty when it may be taken over
   */
  public abstract Optional<String> obstacle();

  /**
   * Whether its content encoding is ours: what is written to it is encoded already.
   *
   * @return whether nobody else has encoded it
   */
  public boolean isEncoded() {
    return false;
  }

  /**
   * Gives the response back to its container, which ends it cleanly.
   *
   * @throws Exception when the container does not end it
   */
  protected abstract void close() throws Exception;

  /**
   * Gives the response back to its container, which ends it cleanly; only the first call counts.
   *
   * @throws Exception when the container does not end it
   */
  public final void finish() throws Exception {
    if (finished.compareAndSet(false, true)) {
      close();
    }
  }

  /** Gives a dead response back, so that whatever its container keeps of it is let go. */
  @SuppressWarnings("EmptyCatch") // that it is dead is what made us give it back
  public final void release() {
    try {
      finish();
    } catch (Exception e) {
      // Every container complains in its own way about a response that has failed.
    }
  }

  /**
   * Whoever writes to the response through its container is in there meanwhile.
   *
   * @return the same at every call
   */
  public final Occupancy occupancy() {
    return occupancy;
  }

  /**
   * What the application of this response is to run when it begins to stop, before its server waits
   * for its requests to end: it sends its readers away and takes nobody in any more, and never
   * blocks.
   *
   * @return the action; empty when it was given before
   */
  public Optional<Runnable> closeOfApplication() {
    return Optional.empty();
  }

  /**
   * What a server is to run when it begins to stop, before it waits for its requests to end; empty
   * when it has got it already.
   *
   * @param server identifies the server
   * @return ends the streams of this server soon; never blocks, and keeps no hub that is gone
   */
  public final Optional<Runnable> drainFor(Object server) {
    return delivery.isNew(server) ? Optional.of(new Farewell(delivery)) : Optional.empty();
  }

  /**
   * The same for a server that does not wait for its streams by itself.
   *
   * @param server identifies the server
   * @return ends the streams of this server soon, and then runs what it was given; never blocks,
   *     and keeps no hub that is gone
   */
  public final Optional<Consumer<Runnable>> farewellFor(Object server) {
    return delivery.isNew(server) ? Optional.of(new Farewell(delivery)) : Optional.empty();
  }

  /**
   * Remembers how to cut the connection, from one who knows the container.
   *
   * @param cut how
   */
  public final void cutBy(Cut cut) {
    this.cut = cut;
  }

  /**
   * How to cut the connection, if anyone knows.
   *
   * @return how
   */
  public final Optional<Cut> cut() {
    return Optional.ofNullable(cut);
  }
}
