package io.tidings.sse.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The lines that a process has written. One thread adds, any thread waits. */
final class ProcessOutput {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Written by the reading thread under the lock.
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  void add(String line) {
    change(() -> lines.add(line));
  }

  void end() {
    change(() -> ended = true);
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  List<String> lines() {
    lock.lock();
    try {
      return List.copyOf(lines);
    } finally {
      lock.unlock();
    }
  }

  String await(Predicate<String> wanted, Duration patience) {
    lock.lock();
    try {
      waitUntil(() -> ended || first(wanted).isPresent(), patience);
      return first(wanted)
          .orElseThrow(() -> new IllegalStateException("line must appear; output was " + lines));
    } finally {
      lock.unlock();
    }
  }

  void awaitEnd(Duration patience) {
    lock.lock();
    try {
      waitUntil(() -> ended, patience);
    } finally {
      lock.unlock();
    }
  }

  private Optional<String> first(Predicate<String> wanted) {
    return lines.stream().filter(wanted).findFirst();
  }

  private void waitUntil(BooleanSupplier condition, Duration patience) {
    long remaining = patience.toNanos();
    try {
      while (!condition.getAsBoolean() && remaining > 0) {
        remaining = changed.awaitNanos(remaining);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("wait for output was interrupted", interrupted);
    }
  }
}
