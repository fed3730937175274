package io.tidings.sse.transport;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Courier;
import io.tidings.sse.hub.Outlet;
import io.tidings.sse.hub.Progress;
import io.tidings.sse.hub.Subscription;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * Moves one subscription's bytes into its sink. Any thread may ask for it; exactly one at a time
 * does it, and no request is lost. It is its own clock, because a pass pays for every object.
 */
final class Pump extends ConnectionEnd implements Courier {

  /** How much one reader gets before the others have their turn. */
  private static final int BUDGET = 128 << 10;

  // Updaters of fields, because a pass over a thousand readers pays for every object that it meets.
  private static final AtomicIntegerFieldUpdater<Pump> BUSY =
      AtomicIntegerFieldUpdater.newUpdater(Pump.class, "busy");

  private final Lane lane;

  /** Requests since the pump was last idle; whoever raises it from zero pumps. */
  private volatile int busy = 1;

  // Used only by the pumping thread.
  private boolean waiting;
  private boolean ending;

  /** Whether it has more to catch up with than one turn takes: it waits for those who have not. */
  private boolean behind;

  /** Whether it still gets what it has missed: that is done aside. */
  private boolean catchingUp = true;

  // Written by any thread; read by the pumping thread.
  private volatile boolean becameWritable;
  private volatile boolean heartbeatDue;

  Pump(Delivery delivery, Lane lane, Subscription subscription, StreamSink sink) {
    super(delivery, subscription, sink);
    this.lane = lane;
  }

  /** Sends the first block at once, on this thread, and then whatever the lane brings. */
  void start(Batch batch) {
    boolean isOpen = false;
    try {
      greet(batch);
      isOpen = isOpen() && subscription.open(lane, this);
    } catch (RuntimeException | Error e) {
      fail(e);
    } finally {
      batch.clear();
    }
    busy = 0; // not before it is open, or the lane could read for a connection nobody knows of
    if (isOpen) {
      lane.execute(this); // for all who have asked meanwhile
    } else if (isOpen()) {
      end();
    }
  }

  private void greet(Batch batch) {
    try {
      sink().open(this);
      subscription.greet(batch);
      write(batch);
      takeOver();
    } catch (IOException | RuntimeException e) {
      abort(CloseReason.CLOSED_BY_CLIENT);
    }
  }

  /** There is news, says the lane: pumps now, or has it done by a thread that may block. */
  @Override
  public void run() {
    if (BUSY.getAndIncrement(this) != 0) {
      return;
    }
    if (sink().isBlocking()) {
      delivery.workers().offer(this);
    } else if (catchingUp) {
      lane.aside(this::pump);
    } else if (behind) {
      lane.later(() -> pump(lane.batch()));
    } else {
      pump(lane.batch());
    }
  }

  /** While a thread aside still pumps, however little it has left to do, it is not. */
  @Override
  public boolean isFree() {
    boolean isIdle = busy == 0 && isOpen(); // first, or the rest could be of another thread
    boolean isUpToDate = !waiting && !behind && !catchingUp && !ending;
    return isIdle && isUpToDate && !sink().isBlocking() && sink().isOpen();
  }

  @Override
  public Outlet load() {
    return lane.load();
  }

  @Override
  public void unload() {
    lane.load().clear();
  }

  @Override
  public boolean carry() {
    if (!BUSY.compareAndSet(this, 0, 1)) {
      return false;
    }
    boolean mayCarry = isOpen() && !waiting && subscription.mayCarry();
    if (mayCarry) {
      try {
        write(lane.load());
      } catch (RuntimeException | Error e) {
        fail(e);
      }
    }
    if (BUSY.decrementAndGet(this) != 0) {
      pump(lane.batch());
    }
    return mayCarry;
  }

  @Override
  public void writable() {
    becameWritable = true;
    lane.execute(this);
  }

  /** Drains until no request is left. Called by whoever raised the count from zero. */
  void pump(Batch batch) {
    int seen = 1;
    while (seen != 0) {
      try {
        turn(batch);
      } catch (RuntimeException | Error e) {
        fail(e); // or the count would never be zero again, and nobody pump what stays open
      } finally {
        seen = BUSY.addAndGet(this, -seen);
      }
    }
  }

  private void turn(Batch batch) {
    if (becameWritable) {
      becameWritable = false;
      waiting = false;
      subscription.drained(writeEnded(delivery.nanoTime()));
    }
    if (!waiting && isOpen()) {
      try {
        drain(batch);
      } finally {
        batch.clear();
      }
    }
  }

  private void drain(Batch batch) {
    if (ending) {
      finish();
      return;
    }
    Progress progress = subscription.read(batch, BUDGET);
    behind = progress == Progress.MORE;
    catchingUp = subscription.isCatchingUp();
    if (heartbeatDue) {
      heartbeatDue = false;
      if (progress == Progress.CAUGHT_UP && batch.isEmpty()) {
        subscription.heartbeat(batch);
      }
    }
    if (!batch.isEmpty()) {
      write(batch);
    }
    if (progress == Progress.MORE && !waiting) {
      lane.execute(this);
    } else if (progress == Progress.ENDED) {
      ending = true;
      if (!waiting) {
        finish();
      }
    }
  }

  private void write(Batch batch) {
    int frames = batch.frames();
    int length = batch.length();
    subscription.sending(frames);
    batch.written();
    writeStarted(delivery.nanoTime());
    try {
      waiting = !sink().write(batch);
    } catch (IOException | IllegalStateException e) {
      abort(CloseReason.CLOSED_BY_CLIENT);
      return;
    } catch (RuntimeException | Error e) {
      fail(e);
      return;
    }
    long now = delivery.nanoTime();
    wrote(now);
    if (!waiting) {
      subscription.drained(writeEnded(now));
    }
    subscription.sent(frames, length);
  }

  @Override
  void leaveDelivery() {
    delivery.left(this);
  }

  /** Has it end soon, by any thread. */
  void drain() {
    subscription.drain();
  }

  /** Has it say all that there is soon, but end only when it is cut or released; by any thread. */
  void dismiss() {
    hold(true);
    subscription.drain();
  }

  /** Has it end soon if it was dismissed and nobody has cut it; by any thread. */
  void release() {
    hold(false);
    lane.execute(this);
  }

  /** Whether it holds a thread of its container for so long, and an end would free it. */
  boolean isStuckInFirstBlock(long nanos, TickClock clock) {
    return isWritingFor(nanos, clock) && isOpen() && sink().isFreedByAbort();
  }

  /** Looks whether its time has come; by the timer. */
  void tick(TickClock clock) {
    if (!isOpen()) {
      if (isFarewellOver(clock)) {
        cutOff(CloseReason.WRITE_TIMEOUT);
      }
      return;
    }
    subscription.expire(clock.now());
    switch (look(clock)) {
      case STUCK -> abort(stuckReason());
      case OUTLIVED -> subscription.close(CloseReason.LIFETIME);
      case IDLE -> {
        heartbeatDue = true;
        lane.execute(this);
      }
      case FINE -> {}
    }
  }
}
