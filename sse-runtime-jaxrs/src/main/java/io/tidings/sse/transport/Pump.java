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
final class Pump extends ConnectionClock implements SinkEvents, Courier {

  /** How much one reader gets before the others have their turn. */
  private static final int BUDGET = 128 << 10;

  private static final int OPEN = 0;
  private static final int OVER = 1;

  // Updaters of fields, because a pass over a thousand readers pays for every object that it meets.
  private static final AtomicIntegerFieldUpdater<Pump> BUSY =
      AtomicIntegerFieldUpdater.newUpdater(Pump.class, "busy");
  private static final AtomicIntegerFieldUpdater<Pump> STATE =
      AtomicIntegerFieldUpdater.newUpdater(Pump.class, "state");

  private final Delivery delivery;
  private final Lane lane;

  /** Requests since the pump was last idle; whoever raises it from zero pumps. */
  private volatile int busy = 1;

  // Written once, by whoever ends it; read by any thread.
  private volatile int state = OPEN;

  /**
   * Where the bytes go. Replaced once, by what took over from it: until then, whoever ends it
   * through the first one ends that, too.
   */
  private volatile StreamSink sink;

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
  private volatile boolean held;

  // Written by the pumping thread; read by any.
  private volatile boolean saidAll;

  Pump(Delivery delivery, Lane lane, Subscription subscription, StreamSink sink) {
    super(subscription, delivery.nanoTime());
    this.delivery = delivery;
    this.lane = lane;
    this.sink = sink;
  }

  /** Sends the first block at once, on this thread, and then whatever the lane brings. */
  void start(Batch batch) {
    try {
      sink.open(this);
      subscription.greet(batch);
      write(batch);
      sink = sink.inCharge();
    } catch (IOException | RuntimeException e) {
      abort(CloseReason.CLOSED_BY_CLIENT);
    }
    batch.clear();
    boolean isOpen = state == OPEN && subscription.open(lane, this);
    busy = 0; // not before it is open, or the lane could read for a connection nobody knows of
    if (isOpen) {
      lane.execute(this); // for all who have asked meanwhile
    } else if (state == OPEN) {
      end();
    }
  }

  /** There is news, says the lane: pumps now, or has it done by a thread that may block. */
  @Override
  public void run() {
    if (BUSY.getAndIncrement(this) != 0) {
      return;
    }
    if (sink.isBlocking()) {
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
    boolean isIdle = busy == 0 && state == OPEN; // first, or the rest could be of another thread
    boolean isUpToDate = !waiting && !behind && !catchingUp && !ending;
    return isIdle && isUpToDate && !sink.isBlocking() && sink.isOpen();
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
    boolean mayCarry = state == OPEN && !waiting && subscription.mayCarry();
    if (mayCarry) {
      write(lane.load());
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

  @Override
  public void gone() {
    CloseReason reason = CloseReason.CLOSED_BY_CLIENT;
    abort(saidAll ? subscription.closing().orElse(reason) : reason);
  }

  /** Drains until no request is left. Called by whoever raised the count from zero. */
  void pump(Batch batch) {
    int seen = 1;
    while (seen != 0) {
      if (becameWritable) {
        becameWritable = false;
        waiting = false;
        subscription.drained(writeEnded(delivery.nanoTime()));
      }
      if (!waiting && state == OPEN) {
        drain(batch);
        batch.clear();
      }
      seen = BUSY.addAndGet(this, -seen);
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
    writeStarted(delivery.nanoTime());
    try {
      waiting = !sink.write(batch);
    } catch (IOException | IllegalStateException e) {
      abort(CloseReason.CLOSED_BY_CLIENT);
      return;
    } catch (RuntimeException | Error e) {
      subscription.failed(e);
      abort(CloseReason.FAILED);
      return;
    }
    long now = delivery.nanoTime();
    wrote(now);
    if (!waiting) {
      subscription.drained(writeEnded(now));
    }
    subscription.sent(frames, length);
  }

  /** Everything is sent: ends, unless that is left to the server. */
  private void finish() {
    if (held) {
      saidAll = true;
      delivery.saidAll();
    } else {
      end();
    }
  }

  private void end() {
    if (STATE.compareAndSet(this, OPEN, OVER)) {
      try {
        sink.end();
      } catch (IOException | RuntimeException e) {
        sink.abort();
      }
      leave(subscription.closing().orElse(CloseReason.CLOSED_BY_SERVER));
    }
  }

  /** Ends it without a word; by any thread, whatever the pump is doing. */
  void abort(CloseReason reason) {
    if (STATE.compareAndSet(this, OPEN, OVER)) {
      sink.abort();
      leave(reason);
    }
  }

  private void leave(CloseReason reason) {
    try {
      subscription.ended(reason);
    } finally {
      delivery.left(this); // last, because a server that stops waits for nothing else
    }
  }

  /** Has it end soon, by any thread. */
  void drain() {
    subscription.drain();
  }

  /** Has it say all that there is soon, but end only when it is cut or released; by any thread. */
  void dismiss() {
    held = true;
    subscription.drain();
  }

  /** Has it end soon if it was dismissed and nobody has cut it; by any thread. */
  void release() {
    held = false;
    lane.execute(this);
  }

  /** Whether it has sent everything and only waits for its end. */
  boolean hasSaidAll() {
    return saidAll;
  }

  /** Looks whether its time has come; by the timer. */
  void tick(long now) {
    subscription.expire(now);
    switch (look(now)) {
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
