package io.tidings.sse.hub;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An object of the application's that is made when it is first used, because its stream is a
 * constant. Two first uses at once may make two, and keep one: no lock is held meanwhile.
 */
final class Lazy<T> {

  private final Supplier<? extends T> make;
  private final AtomicReference<@Nullable T> made = new AtomicReference<>();

  Lazy(Supplier<? extends T> make) {
    this.make = make;
  }

  T get() {
    T known = made.get();
    if (known != null) {
      return known;
    }
    T fresh = make.get();
    if (fresh == null) {
      throw new IllegalStateException("supplier must make an object; was null");
    }
    made.compareAndSet(null, fresh);
    T kept = made.get();
    return kept == null ? fresh : kept;
  }
}
