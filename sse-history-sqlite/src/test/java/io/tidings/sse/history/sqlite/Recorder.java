package io.tidings.sse.history.sqlite;

import io.tidings.sse.event.EventId;
import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.StrictParser;
import io.tidings.sse.hub.Admission;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.Outlet;
import io.tidings.sse.hub.Progress;
import io.tidings.sse.hub.Subscription;
import io.tidings.sse.hub.SubscriptionRequest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A client that comes back with its last id whenever it is told to go, and writes down all that it
 * sees. For one thread at a time; signalled by any.
 */
final class Recorder implements Executor, Outlet {

  private static final Pattern FIRST_AVAILABLE =
      Pattern.compile("\"firstAvailable\":\"[^\"]*-(\\d+)\"");
  private static final long UNKNOWN = Long.MAX_VALUE;
  private static final long PAUSE_NANOS = 1_000_000;

  /** Everything that was lost between two sequences, and why. */
  record Lost(long after, long before, String reason) {}

  private final Supplier<Hub> hub;
  private final Function<@Nullable String, SubscriptionRequest> request;
  private final ConcurrentLinkedQueue<Runnable> inbox = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable Subscription subscription;
  private @Nullable String lastId;

  /** A gap that was told, until there is an event again. */
  private @Nullable Lost openGap;

  final Longs sequences = new Longs();
  final Longs stamps = new Longs();
  final List<Lost> lost = new ArrayList<>();
  int connects;
  int repeated;
  private long through;

  /**
   * Who reads to the end: it sleeps while nothing comes, or it would slow down what it waits for.
   */
  private volatile @Nullable Thread waiting;

  Recorder(
      Supplier<Hub> hub,
      Function<@Nullable String, SubscriptionRequest> request,
      @Nullable String lastId) {
    this.hub = hub;
    this.request = request;
    this.lastId = lastId;
  }

  @Override
  public void execute(Runnable task) {
    inbox.add(task);
    LockSupport.unpark(waiting);
  }

  @Override
  public void add(byte[] source, int from, int to, int events) {
    bytes.write(source, from, to - from);
  }

  /** Reads what there is, at most about this many bytes; connects first if it is away. */
  Progress step(int budget) {
    Subscription current = subscription == null ? connect() : subscription;
    for (Runnable task = inbox.poll(); task != null; task = inbox.poll()) {
      task.run();
    }
    bytes.reset();
    Progress progress = current.read(this, budget);
    StrictParser.parse(bytes.toByteArray()).forEach(this::see);
    if (progress == Progress.ENDED) {
      leave();
    }
    return progress;
  }

  private Subscription connect() {
    Admission admission = hub.get().admit(request.apply(lastId));
    Subscription granted = ((Admission.Granted) admission).subscription();
    granted.open(this, () -> {});
    subscription = granted;
    connects++;
    return granted;
  }

  /** Goes away, and forgets nothing but its connection. */
  void leave() {
    Subscription current = subscription;
    subscription = null;
    if (current != null) {
      current.ended(CloseReason.CLOSED_BY_CLIENT);
    }
  }

  /** Reads until it has seen this stamp's sequence, or everything up to this one. */
  void readThrough(long sequence) {
    waiting = Thread.currentThread();
    while (through < sequence) {
      if (step(1 << 16) == Progress.CAUGHT_UP && inbox.isEmpty() && through < sequence) {
        LockSupport.parkNanos(this, PAUSE_NANOS);
      }
    }
    waiting = null;
    leave();
    endGap(through + 1);
  }

  /** Ends a gap that has not said where; an id alone says only how far the stream is. */
  private void endGap(long before) {
    Lost gap = openGap;
    if (gap != null) {
      lost.add(gap.before() == UNKNOWN ? new Lost(gap.after(), before, gap.reason()) : gap);
      openGap = null;
    }
  }

  long through() {
    return through;
  }

  @Nullable String lastId() {
    return lastId;
  }

  private void see(Block block) {
    String id = block.id();
    if (id != null) {
      lastId = id;
    }
    if ("sse-gap".equals(block.type())) {
      openGap = gap(String.valueOf(block.data()));
    } else if (id != null) {
      see(EventId.parse(id).orElseThrow().sequence(), block.isEvent() ? block.data() : null);
    }
  }

  /** A gap is what it says it is, and not a bit more: it ends where it says what comes next. */
  private Lost gap(String data) {
    Matcher first = FIRST_AVAILABLE.matcher(data);
    long before = first.find() ? Long.parseLong(first.group(1)) : UNKNOWN;
    Lost known = openGap;
    return new Lost(known == null ? through : known.after(), before, data);
  }

  private void see(long sequence, @Nullable String data) {
    if (data != null) {
      endGap(sequence);
      repeated += sequence <= through ? 1 : 0;
      sequences.add(sequence);
      stamps.add(Stamped.stampOf(data));
    }
    through = Math.max(through, sequence);
  }
}
