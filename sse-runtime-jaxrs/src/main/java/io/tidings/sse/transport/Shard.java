package io.tidings.sse.transport;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One delivery thread and its inbox. Takes tasks from any thread, without ever blocking it. */
final class Shard implements Lane, Runnable {

  private final ConcurrentLinkedQueue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> patient = new ArrayDeque<>(); // used by this shard's thread alone
  private final ThreadFactory threads;
  private final CatchUp catchUp;
  private final Consumer<Throwable> failures;
  private final Batch batch = new Batch();
  private final AtomicBoolean started = new AtomicBoolean();

  // Written by this shard's thread; read by any.
  private volatile boolean asleep;

  // Written by any thread; read by this shard's.
  private volatile @Nullable Thread thread;
  private volatile boolean closed;

  Shard(ThreadFactory threads, CatchUp catchUp, Consumer<Throwable> failures) {
    this.catchUp = catchUp;
    this.threads = threads;
    this.failures = failures;
  }

  @Override
  public void execute(Runnable task) {
    inbox.add(task);
    if (asleep) {
      LockSupport.unpark(thread);
    } else if (!started.get() && started.compareAndSet(false, true)) {
      start();
    }
  }

  @Override
  public void later(Runnable task) {
    patient.add(task);
  }

  @Override
  public void aside(Consumer<Batch> turn) {
    catchUp.execute(turn);
  }

  @Override
  public boolean isBusy() {
    return !asleep && started.get();
  }

  private void start() {
    Thread fresh = threads.newThread(this);
    thread = fresh;
    fresh.start();
  }

  @Override
  public Batch batch() {
    return batch;
  }

  @Override
  public void run() {
    while (!closed) {
      boolean isIdle = !runNext(inbox); // what is new, and then one of those who catch up
      if (!runNext(patient) && isIdle) {
        sleep();
      }
    }
  }

  private boolean runNext(Queue<Runnable> tasks) {
    Runnable task = tasks.poll();
    if (task != null) {
      runGuarded(task);
    }
    return task != null;
  }

  private void sleep() {
    asleep = true; // before the last look, or a task in between would wait for the next
    if (inbox.isEmpty() && !closed) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  private void runGuarded(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) {
      failures.accept(failure); // one reader's failure must not end the thread of all the others
    }
  }

  void close() {
    closed = true;
    catchUp.close();
    LockSupport.unpark(thread);
  }
}
