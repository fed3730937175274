package io.tidings.sse.transport;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubEnvironment;
import io.tidings.sse.hub.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** Carries subscriptions' bytes to their sinks; one for each hub. Safe for any thread. */
public final class Delivery implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration LONGEST_REST = Duration.ofMillis(5);
  private static final Duration PATIENCE = Duration.ofMillis(50);
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final Hub hub;
  private final List<? extends Lane> lanes;
  private final Workers workers;
  private final CrowdPace pace;
  private final Turnstile turnstile;
  private final FirstBlocks firstBlocks;
  private final OpenPumps pumps = new OpenPumps();
  private final Servers servers = new Servers();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean ticking = new AtomicBoolean();

  // Written once, by close; read by any thread.
  private volatile boolean closed;

  /**
   * A delivery by these lanes.
   *
   * @param rest has the thread of somebody who comes wait for so many nanoseconds
   */
  Delivery(Hub hub, List<? extends Lane> lanes, LongConsumer rest) {
    this.hub = hub;
    this.lanes = lanes;
    int places = Math.max(1, lanes.size() / 2);
    this.pace = new CrowdPace(places, hub.environment().nanoTime(), rest);
    this.turnstile = new Turnstile(places, PATIENCE, RightOfWay.of(lanes), pace);
    this.firstBlocks = new FirstBlocks(hub.environment().shards());
    this.workers = new Workers(hub.environment(), hub.timer(), hub::failed);
  }

  /**
   * The delivery of this hub; it ends with the hub.
   *
   * @param hub the hub
   * @return the same at every call
   */
  public static Delivery of(Hub hub) {
    return hub.companion(Delivery.class, Delivery::new);
  }

  Delivery(Hub hub, List<? extends Lane> lanes) {
    this(hub, lanes, LockSupport::parkNanos);
  }

  private Delivery(Hub hub) {
    this(hub, shards(hub));
  }

  private static List<Shard> shards(Hub hub) {
    HubEnvironment environment = hub.environment();
    List<Shard> shards = new CopyOnWriteArrayList<>();
    CatchUp catchUp = new CatchUp(environment, RightOfWay.of(shards), hub::failed);
    for (int i = 0; i < environment.shards(); i++) {
      shards.add(new Shard(environment, LONGEST_REST, catchUp, hub::failed));
    }
    return shards;
  }

  /** Opens it for no application. */
  void open(Subscription subscription, StreamSink sink) {
    open(subscription, sink, this);
  }

  /**
   * Sends the first block at once, on this thread, then what was missed, then what comes. From here
   * on the subscription and the sink end together.
   *
   * @param subscription what is read
   * @param sink where it goes
   * @param application stands for the application that took the client in
   */
  public void open(Subscription subscription, StreamSink sink, Object application) {
    if (ticking.compareAndSet(false, true)) {
      TickClock clock = new TickClock(TICK, nanoTime());
      hub.timer().every(TICK, () -> tick(clock));
    }
    Lane lane = lanes.get(Math.floorMod(next.getAndIncrement(), lanes.size()));
    Pump pump = new Pump(this, lane, subscription, sink);
    pumps.add(pump, application);
    if (closed) { // it may have come after close() had looked for it: its lane runs nothing
      subscription.close(CloseReason.HUB_CLOSED);
    }
    turnstile.pass(() -> pump.start(new Batch()));
  }

  /**
   * How many connections are open.
   *
   * @return connections that have neither ended nor been cut
   */
  public int connections() {
    return pumps.all().size();
  }

  /** Has every connection told when to come back, and ended, after what is there for it. */
  public void drain() {
    pumps.all().forEach(Pump::drain);
  }

  /**
   * Has every connection told when to come back, and ended, after what is there for it; then runs
   * the action.
   */
  void drain(Runnable action) {
    List<Pump> open = List.copyOf(pumps.all());
    open.forEach(Pump::drain);
    Runnable wait =
        () -> {
          pumps.awaitRest(open, FOR_EVER);
          action.run();
        };
    hub.environment().threads().newThread(wait).start();
  }

  /**
   * Has every connection of an application told when to come back, and ended, after what is there
   * for it; waits for that.
   *
   * @param application the one that took the clients in
   * @param patience the longest wait
   */
  public void drain(Object application, Duration patience) {
    List<Pump> open = pumps.of(application);
    open.forEach(Pump::drain);
    pumps.awaitRest(open, patience);
  }

  /**
   * Has every connection of an application told when to come back, after what is there for it, and
   * waits for that; but leaves its end to a server that is about to cut it, and that would until
   * then let its client in again. What is not cut in time is ended.
   *
   * @param application the one that took the clients in
   * @param patience the longest wait, and how long a connection is left open after it
   */
  public void dismiss(Object application, Duration patience) {
    List<Pump> open = pumps.of(application);
    open.forEach(Pump::dismiss);
    pumps.awaitRest(open, patience);
    hub.timer().after(patience, () -> open.forEach(Pump::release));
  }

  /** Whether this is the first time that a connection comes from this server. */
  boolean isNew(Object server) {
    return servers.isNew(server);
  }

  Workers workers() {
    return workers;
  }

  long nanoTime() {
    return hub.environment().nanoTime().getAsLong();
  }

  void left(Pump pump) {
    pumps.remove(pump);
  }

  /** A pump has sent everything, and keeps its connection open. */
  void saidAll() {
    pumps.tell();
  }

  private void tick(TickClock clock) {
    lanes.forEach(Lane::look);
    clock.tick(nanoTime());
    pace.look(writes(), turnstile.hasLine());
    for (Pump pump : pumps.all()) {
      pump.tick(clock);
      firstBlocks.look(pump, clock);
    }
    firstBlocks.relieve(clock);
    workers.relieve(clock);
  }

  private long writes() {
    return lanes.stream().mapToLong(Lane::writes).sum();
  }

  /** Cuts what is left, and ends every thread; what is opened later ends after its first block. */
  @Override
  public void close() {
    closed = true;
    pace.end();
    pumps.all().forEach(pump -> pump.cutOff(CloseReason.HUB_CLOSED));
    lanes.stream().filter(Shard.class::isInstance).map(Shard.class::cast).forEach(Shard::close);
    workers.close();
  }
}
