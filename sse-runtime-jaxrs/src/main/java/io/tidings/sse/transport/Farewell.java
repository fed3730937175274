package io.tidings.sse.transport;

import java.lang.ref.WeakReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a server is given to run when it begins to stop. It may keep that longer than an application
 * is deployed on it, and must not keep the application's hub with it. Safe for any thread.
 */
final class Farewell implements Runnable, Consumer<Runnable> {

  private final WeakReference<Delivery> delivery;

  Farewell(Delivery delivery) {
    this.delivery = new WeakReference<>(delivery);
  }

  @Override
  public void run() {
    Delivery present = delivery.get();
    if (present != null) {
      present.drain();
    }
  }

  /** Runs the action when all is said, which is at once if nobody is left to say anything. */
  @Override
  public void accept(Runnable action) {
    @Nullable Delivery present = delivery.get();
    if (present == null) {
      action.run();
    } else {
      present.drain(action);
    }
  }
}
