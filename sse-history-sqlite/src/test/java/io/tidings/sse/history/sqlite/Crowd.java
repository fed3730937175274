package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.StreamPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.BooleanSupplier;

/** Threads that publish stamped events, each its own, and know which calls have returned. */
final class Crowd {

  private final AtomicIntegerArray acknowledged;
  private final AtomicIntegerArray attempted;
  private final List<Thread> threads = new ArrayList<>();

  Crowd(int size) {
    this.acknowledged = new AtomicIntegerArray(size);
    this.attempted = new AtomicIntegerArray(size);
  }

  /** Lets each publish so many, for as long as it may. */
  void start(StreamPublisher into, int each, BooleanSupplier goesOn) {
    for (int i = 0; i < acknowledged.length(); i++) {
      int publisher = i;
      Thread thread = new Thread(() -> publish(into, publisher, each, goesOn), "crowd-" + i);
      threads.add(thread);
      thread.start();
    }
  }

  private void publish(StreamPublisher into, int publisher, int each, BooleanSupplier goesOn) {
    for (int n = 0; n < each && goesOn.getAsBoolean(); n++) {
      attempted.set(publisher, n + 1);
      Stamped.publish(into, publisher, n);
      acknowledged.set(publisher, n + 1);
    }
  }

  void join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  int total() {
    int total = 0;
    for (int i = 0; i < acknowledged.length(); i++) {
      total += acknowledged.get(i);
    }
    return total;
  }

  /** Besides the crowd there may be one publisher of one event. */
  Checker checker() {
    int[] done = new int[acknowledged.length() + 1];
    int[] begun = new int[acknowledged.length() + 1];
    begun[acknowledged.length()] = 1;
    for (int i = 0; i < acknowledged.length(); i++) {
      done[i] = acknowledged.get(i);
      begun[i] = attempted.get(i);
    }
    return new Checker(done, begun);
  }
}
