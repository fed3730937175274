package io.tidings.sse.hub;

import io.tidings.sse.event.EventId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One client's place in its topics, from admission until it ends; what transports read. {@link
 * #greet}, {@link #read} and {@link #heartbeat} are called by one thread at a time, everything else
 * by any.
 */
public final class Subscription extends ConnectionAccount {

  private static final int NEW = 0;
  private static final int OPEN = 1;
  private static final int OVER = 2;

  // Updaters of fields, because a pass over a thousand readers pays for every object that it meets.
  private static final AtomicIntegerFieldUpdater<Subscription> STAGE =
      AtomicIntegerFieldUpdater.newUpdater(Subscription.class, "stage");
  private static final AtomicReferenceFieldUpdater<Subscription, @Nullable CloseReason> CLOSING =
      AtomicReferenceFieldUpdater.newUpdater(Subscription.class, CloseReason.class, "closing");

  private final String clientId;
  private final boolean isNamedByClient;
  private final @Nullable String principal;
  private final SubscriptionTerms terms;
  private final Feed feed;

  // Written by any thread.
  private volatile int stage = NEW;
  private volatile @Nullable CloseReason closing;

  /** Whether it reads something that is for it alone; written under its stream's lock. */
  private volatile boolean readsMore;

  // Written once, before open.
  private volatile @Nullable Expiry expiry;
  private volatile @Nullable Consumer<CloseReason> whenEnded;
  private volatile @Nullable GzipOutlet gzip;

  // Written once, by open.
  private volatile @Nullable Executor lane;
  private volatile @Nullable Runnable pump;

  Subscription(Joining joining) {
    super(joining.stream(), joining.nanoTime());
    SubscriptionRequest request = joining.request(); // not kept: its strings are every client's own
    this.clientId = joining.clientId();
    this.isNamedByClient = clientId.equals(request.clientId());
    this.principal = request.principal();
    this.terms = joining.terms();
    this.feed = joining.feed(this); // at last, because its readers ask for the rest
  }

  /**
   * Begins to signal, and says whether there is anything to do: false when it has ended already.
   *
   * @param lane runs its tasks one after the other, in the order in which they come
   * @param pump reads this subscription; run on the lane, once now and then after every signal. A
   *     {@link Courier} is also handed what others get, too
   * @return whether it is open now
   */
  public boolean open(Executor lane, Runnable pump) {
    this.lane = lane;
    this.pump = pump;
    if (!STAGE.compareAndSet(this, NEW, OPEN) || !stream.readers().open(this, lane)) {
      return false;
    }
    stream.context().sight().flight().connected(this);
    lane.execute(pump);
    return true;
  }

  /** Hands out gzip from now on; to be called before anything was handed out. */
  public void compress() {
    gzip = new GzipOutlet();
  }

  private Outlet coded(Outlet out) {
    GzipOutlet deflating = gzip;
    return deflating == null ? out : deflating.into(out);
  }

  /**
   * Hands out the first block, which leaves before anything is read.
   *
   * @param out takes the block
   */
  public void greet(Outlet out) {
    byte[] block = ControlBlocks.greeting(terms.retry(), terms.heartbeat());
    coded(out).add(block, 0, block.length, 0);
  }

  /**
   * Hands out what is next: at least one block if there is any, else about this many bytes.
   *
   * @param out takes the blocks
   * @param budget about how many bytes
   * @return what there is to do next
   */
  public Progress read(Outlet out, int budget) {
    Progress progress = readCoded(coded(out), budget);
    GzipOutlet deflating = gzip;
    if (progress == Progress.ENDED && deflating != null) {
      deflating.end();
    }
    return progress;
  }

  private Progress readCoded(Outlet out, int budget) {
    CloseReason reason = closing;
    if (reason == null) {
      return feed.read(out, budget);
    }
    if (reason == CloseReason.EXPIRED || reason == CloseReason.REVOKED) {
      feed.farewell(out);
    }
    return Progress.ENDED;
  }

  /**
   * Hands out a heartbeat.
   *
   * @param out takes the block
   */
  public void heartbeat(Outlet out) {
    byte[] block = ControlBlocks.heartbeat(terms.heartbeat());
    coded(out).add(block, 0, block.length, 0);
  }

  /**
   * How long the connection may be idle before it gets a heartbeat, if it gets any.
   *
   * @return the interval
   */
  public Optional<Duration> heartbeatInterval() {
    return Optional.ofNullable(terms.heartbeat().interval());
  }

  /**
   * How long one write may be stuck.
   *
   * @return the longest that a write may take
   */
  public Duration writeTimeout() {
    return terms.writeTimeout();
  }

  /**
   * Lets it last this long at most: then the credential ends that it was granted to.
   *
   * @param left how long the credential is good
   */
  public void expireAfter(Duration left) {
    expiry = Expiry.after(left, nanoTime());
  }

  /**
   * Ends it if its credential has ended at this time; called again and again.
   *
   * @param nanos the time, on the hub's clock
   */
  public void expire(long nanos) {
    Expiry end = expiry;
    if (end != null && end.isOver(nanos)) {
      close(CloseReason.EXPIRED);
    }
  }

  /**
   * How long the connection may last, if that is limited.
   *
   * @return how long this one may last
   */
  public Optional<Duration> lifetime() {
    return Optional.ofNullable(terms.lifetime());
  }

  /**
   * Whether it is further behind than its topics allow; asked only while no read is under way.
   *
   * @return whether it is to be cut
   */
  public boolean lagsTooFar() {
    for (TopicReader reader : feed.readers()) {
      if (reader.lagsTooFar()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Why it is to end or has ended, if anyone has said so.
   *
   * @return the reason
   */
  public Optional<CloseReason> closing() {
    return Optional.ofNullable(closing).or(() -> Optional.ofNullable(feed.end()));
  }

  /**
   * Why somebody has closed it, whatever it still has to say; not because all that there was has
   * been handed out.
   *
   * @return the reason
   */
  public Optional<CloseReason> closedBecause() {
    return Optional.ofNullable(closing);
  }

  Screening screening(HubTopic topic) {
    return new Screening(this, topic, stream.context().payloads());
  }

  /** Runs this at the end, on whatever thread that is found; to be called before it is opened. */
  void whenEnded(Consumer<CloseReason> action) {
    whenEnded = action;
  }

  /** Whether it gets the rest and then its end. */
  boolean isDraining() {
    return feed.isDraining();
  }

  /**
   * The connection has ended; only the first call counts.
   *
   * @param reason why
   */
  public void ended(CloseReason reason) {
    if (STAGE.getAndSet(this, OVER) == OVER) {
      return;
    }
    feed.ended();
    Consumer<CloseReason> told = whenEnded;
    if (told != null) {
      told.accept(reason);
    }
    boolean wasOpen = stream.readers().leave(this, lane);
    if (wasOpen) {
      stream.context().sight().disconnected(this, reason);
      // Before the last connection is away, because then a closing hub takes no more notices.
      stream.context().notices().tell(listener -> listener.unsubscribed(this, reason));
    }
    stream.context().connections().remove(this);
  }

  @Override
  public void close(CloseReason reason) {
    CLOSING.compareAndSet(this, null, reason);
    if (stage == NEW) {
      ended(reason); // a transport that opens it at this moment is told that it has ended
    }
    signal();
  }

  /** Sends the rest, and ends. */
  public void drain() {
    stream.locked( // what an application sends is either before it, and goes out, or is refused
        () -> {
          feed.drain();
          return feed;
        });
    signal();
  }

  /** Runs the pump soon, on its own lane. */
  void signal() {
    Executor own = lane;
    if (own != null && stage == OPEN) {
      own.execute(this::wake);
    }
  }

  /** Runs the pump now; on its lane. */
  void wake() {
    Runnable own = pump;
    if (own != null) {
      own.run();
    }
  }

  /** Who can be handed what others read; asked only if it can step in. */
  Courier courier() {
    return (Courier) Objects.requireNonNull(pump);
  }

  long head() {
    return stream.head();
  }

  /** From the next head on, there is more to read for it than its topics. */
  void readsMore() {
    readsMore = true;
  }

  /** Whether others may read for it. */
  boolean canStepIn() {
    // Free first: until then another thread may be reading, and change what is asked next.
    boolean isFree = pump instanceof Courier courier && courier.isFree();
    return isFree && gzip == null && mayCarry() && feed.canStepIn();
  }

  /**
   * Whether what others have read is all that it is to get; asked before each delivery, because
   * nothing may reach a client whose right to it was taken away before it was published.
   *
   * @return false when it is to be read itself
   */
  public boolean mayCarry() {
    return closing == null && !readsMore;
  }

  @Override
  boolean isOpen() {
    return stage == OPEN;
  }

  /** Whether nobody has opened it since this time. */
  boolean isAbandoned(long since) {
    return stage == NEW && admittedAt - since <= 0;
  }

  /** Whether it reads this topic of this stream. */
  boolean reads(HubStream stream, String topic) {
    return this.stream == stream && topics().contains(topic);
  }

  /**
   * Whether an event id can have been learned from this connection: its epoch cannot be guessed.
   *
   * @param lastEventId what a client says it has seen, unchecked
   * @return true when it is an id of this connection's stream
   */
  public boolean canHaveTold(@Nullable String lastEventId) {
    return EventId.parse(lastEventId).filter(id -> id.epoch().equals(stream.epoch())).isPresent();
  }

  /**
   * Whether its client was told a position, and can come back with it.
   *
   * @return true from soon after it was opened
   */
  public boolean hasToldPosition() {
    return feed.hasToldPosition();
  }

  /**
   * Whether it is still being given what it has missed; asked by whoever reads it.
   *
   * @return false from when it has come to what is in memory, and was told its position
   */
  public boolean isCatchingUp() {
    return feed.isCatchingUp();
  }

  Feed feed() {
    return feed;
  }

  @Override
  long newestNanos() {
    return feed.newestNanos();
  }

  /** Whose limits it counts against; null for nobody's. */
  @Nullable String claimant() {
    return SubscriptionRequest.claimant(isNamedByClient ? clientId : null, principal);
  }

  /** The templates of its topics, for each topic once. */
  List<TopicDefinition> templates() {
    return shared().map(reader -> reader.topic.definition).toList();
  }

  /** The readers of its topics, without those of what is for it alone. */
  private Stream<TopicReader> shared() {
    return Arrays.stream(feed.readers()).filter(reader -> !reader.isDirect());
  }

  @Override
  public String clientId() {
    return clientId;
  }

  @Override
  public Optional<String> principal() {
    return Optional.ofNullable(principal);
  }

  @Override
  public String stream() {
    return stream.path();
  }

  @Override
  public List<String> topics() {
    return stream.isDirect() ? List.of() : shared().map(reader -> reader.topic.path).toList();
  }

  @Override
  public long lag() {
    long lag = 0;
    for (TopicReader reader : feed.readers()) {
      lag += reader.cursor.lagEvents();
    }
    return lag;
  }
}
