package io.tidings.sse.client;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/** Starts the threads of streams: virtual where there are any, else daemons. */
final class Threads {

  // Not known to Java 17, which this is compiled for.
  private static final @Nullable MethodHandle START_VIRTUAL = startVirtual();

  private Threads() {}

  static void start(String name, Runnable task) {
    if (START_VIRTUAL == null) {
      startDaemon(name, task);
      return;
    }
    Runnable named =
        () -> {
          Thread.currentThread().setName(name);
          task.run();
        };
    try {
      Thread thread = (Thread) START_VIRTUAL.invokeExact(named);
      assert thread != null;
    } catch (Throwable e) {
      startDaemon(name, task);
    }
  }

  private static void startDaemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static @Nullable MethodHandle startVirtual() {
    try {
      return MethodHandles.publicLookup()
          .findStatic(
              Thread.class,
              "startVirtualThread",
              MethodType.methodType(Thread.class, Runnable.class));
    } catch (ReflectiveOperationException e) {
      return null; // older than 21
    }
  }
}
