package io.tidings.sse.transport;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.HubEnvironment;
import io.tidings.sse.hub.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that may block, for sinks that do. They walk one queue of ready pumps: as many as there
 * are processors, and one more for each that is stuck in a write. Idle ones end.
 */
final class Workers {

  private static final Duration STUCK = Duration.ofMillis(5);
  private static final Duration LONGEST_IDLE = Duration.ofSeconds(2);

  /** A bound for the worst case: so many peers of one hub may let a write wait at once. */
  private static final int MOST = 512;

  /** How long they may do so, whatever their write timeout is, when all others wait for them. */
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(1);

  private final HubEnvironment environment;
  private final Timer timer;
  private final LongSupplier clock;
  private final Consumer<Throwable> failures;
  private final LinkedTransferQueue<Pump> ready = new LinkedTransferQueue<>();
  private final Set<Worker> all = ConcurrentHashMap.newKeySet();
  private final AtomicInteger idle = new AtomicInteger();
  private final AtomicBoolean watching = new AtomicBoolean();
  private volatile boolean closed;

  Workers(HubEnvironment environment, Timer timer, Consumer<Throwable> failures) {
    this.environment = environment;
    this.timer = timer;
    this.clock = environment.nanoTime();
    this.failures = failures;
  }

  /** Has a pump run soon. Never blocks. */
  void offer(Pump pump) {
    ready.add(pump);
    if (idle.get() == 0) {
      reinforce();
    }
  }

  /** Starts a worker if too few are on their feet, and looks again when some may be stuck. */
  private void reinforce() {
    if (!closed && onTheirFeet() < environment.shards() && all.size() < MOST) {
      new Worker().start();
    }
    keepWatch();
  }

  /** While pumps wait, somebody must see to it that not all workers are stuck. */
  private void keepWatch() {
    if (!closed && !watching.get() && watching.compareAndSet(false, true)) {
      timer.after(STUCK, this::watch);
    }
  }

  private void watch() {
    watching.set(false);
    if (!ready.isEmpty()) {
      reinforce();
    }
  }

  /** When every thread there may be is stuck, those pay who are stuck, and not who is ready. */
  void relieve(TickClock ticks) {
    if (!ready.isEmpty() && all.size() >= MOST && onTheirFeet() == 0) {
      all.forEach(worker -> worker.cutIfStuck(ticks));
    }
  }

  private int onTheirFeet() {
    long now = clock.getAsLong();
    int count = 0;
    for (Worker worker : all) {
      count += worker.isStuck(now) ? 0 : 1;
    }
    return count;
  }

  /** How many threads there are. */
  int size() {
    return all.size();
  }

  void close() {
    closed = true;
    for (Worker worker : all) {
      worker.interrupt();
    }
  }

  /** One thread. */
  private final class Worker implements Runnable {

    private static final long IDLE = 0;

    private final Batch batch = new Batch();
    private volatile long busySince = IDLE;
    private volatile @Nullable Pump pump;
    private volatile @Nullable Thread thread;

    /** Without a thread it is none; the watch tries again while somebody waits. */
    void start() {
      all.add(this);
      try {
        Thread fresh = environment.threads().newThread(this);
        thread = fresh;
        fresh.start();
      } catch (OutOfMemoryError noThread) {
        all.remove(this);
        failures.accept(noThread);
      }
    }

    void interrupt() {
      Thread own = thread;
      if (own != null) {
        own.interrupt();
      }
    }

    boolean isStuck(long now) {
      long since = busySince;
      return since != IDLE && now - since > STUCK.toNanos();
    }

    void cutIfStuck(TickClock ticks) {
      long since = busySince;
      Pump stuck = pump;
      if (stuck != null && since != IDLE && ticks.given(since) > SHORT_PATIENCE.toNanos()) {
        stuck.cutOff(CloseReason.WRITE_TIMEOUT);
      }
    }

    @Override
    public void run() {
      try {
        Pump turn = next();
        while (turn != null && !closed) {
          work(turn);
          turn = onTheirFeet() > environment.shards() ? null : next();
        }
      } finally {
        all.remove(this);
        if (!ready.isEmpty() && idle.get() == 0) {
          reinforce();
        }
      }
    }

    private void work(Pump turn) {
      pump = turn;
      busySince = clock.getAsLong() | 1;
      if (!ready.isEmpty()) {
        keepWatch(); // this one may get stuck, and nobody else come by
      }
      try {
        turn.pump(batch);
      } catch (Throwable failure) {
        failures.accept(failure); // one reader's failure must not end the thread of the others
      } finally {
        busySince = IDLE;
        pump = null;
      }
    }

    private @Nullable Pump next() {
      Pump pump = ready.poll();
      if (pump != null) {
        return pump;
      }
      idle.incrementAndGet();
      try {
        return ready.poll(LONGEST_IDLE.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        return null; // the hub has closed
      } finally {
        idle.decrementAndGet();
      }
    }
  }
}
