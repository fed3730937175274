package io.tidings.sse.transport;

import io.tidings.sse.hub.HubEnvironment;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One delivery thread and its inbox. Takes tasks from any thread, without ever blocking it. */
final class Shard implements Lane, Runnable {

  /** In a write with so many events, what a write costs by itself is little already. */
  private static final int ENOUGH_FRAMES = 32;

  /** A shorter pass over its readers is no sign of load. */
  private static final long LONG_PASS = Duration.ofNanos(500_000).toNanos();

  private final ConcurrentLinkedQueue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final Queue<Runnable> patient = new ArrayDeque<>(); // used by this shard's thread alone
  private final ThreadFactory threads;
  private final LongSupplier nanoTime;
  private final long longestRest;
  private final CatchUp catchUp;
  private final Consumer<Throwable> failures;
  private final Batch batch = new Batch();
  private final Batch load = new Batch();
  private final AtomicBoolean started = new AtomicBoolean();

  // Written by this shard's thread; read by any.
  private volatile boolean asleep;

  // Written by any thread; read by this shard's.
  private volatile @Nullable Thread thread;
  private volatile boolean closed;

  /**
   * A lane whose thread starts with its first task.
   *
   * @param longestRest how much later events may come when there are more than it can send one by
   *     one
   */
  Shard(
      HubEnvironment environment,
      Duration longestRest,
      CatchUp catchUp,
      Consumer<Throwable> failures) {
    this.threads = environment.threads();
    this.nanoTime = environment.nanoTime();
    this.longestRest = longestRest.toNanos();
    this.catchUp = catchUp;
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
  public void look() {
    if (!inbox.isEmpty() && !started.get() && started.compareAndSet(false, true)) {
      start();
    }
  }

  @Override
  public void later(Runnable task) {
    patient.add(task);
  }

  @Override
  public void aside(Consumer<Batch> turn) {
    try {
      catchUp.execute(turn);
    } catch (OutOfMemoryError noThread) {
      later(() -> turn.accept(batch));
    }
  }

  @Override
  public boolean isBusy() {
    return !asleep && started.get();
  }

  /** Without a thread its tasks wait for the next one or the next look. */
  private void start() {
    try {
      Thread fresh = threads.newThread(this);
      thread = fresh;
      fresh.start();
    } catch (OutOfMemoryError noThread) {
      started.set(false);
      failures.accept(noThread);
    }
  }

  @Override
  public long writes() {
    return batch.writes() + load.writes();
  }

  @Override
  public Batch batch() {
    return batch;
  }

  @Override
  public Batch load() {
    return load;
  }

  @Override
  public void run() {
    while (!closed) {
      Runnable news = inbox.poll(); // what is new, and then one of those who catch up
      if (news != null) {
        runNews(news);
      }
      Runnable other = patient.poll();
      if (other != null) {
        runGuarded(other);
      } else if (news == null) {
        sleep();
      }
    }
  }

  /**
   * A long pass that is to be done again at once means that events come faster than they are sent:
   * it rests as long as the pass took, so that more of them leave in one write, and whoever
   * publishes and reads has the processor. It does not where many leave in one write already.
   * Anything else wakes it.
   */
  private void runNews(Runnable news) {
    long began = nanoTime.getAsLong();
    runGuarded(news);
    boolean carriedFew = load.framesBefore() < ENOUGH_FRAMES;
    if (carriedFew && inbox.peek() == news && patient.isEmpty()) {
      long pass = nanoTime.getAsLong() - began;
      if (pass >= LONG_PASS) {
        rest(news, Math.min(pass, longestRest));
      }
    }
  }

  private void rest(Runnable news, long nanos) {
    asleep = true; // before the look, or a task in between would wait
    if (isAllThereIs(news) && !closed) {
      LockSupport.parkNanos(this, nanos);
    }
    asleep = false;
  }

  private boolean isAllThereIs(Runnable news) {
    return inbox.stream().limit(2).allMatch(task -> task == news);
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
