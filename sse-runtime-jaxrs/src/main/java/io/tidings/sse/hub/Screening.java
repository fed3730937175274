package io.tidings.sse.hub;

import io.tidings.sse.log.Cursor;
import io.tidings.sse.log.FrameVisitor;
import io.tidings.sse.log.Sieve;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * What the filters of one topic have decided for one reader: everything up to a sequence, of which
 * some was rejected. Decided by one thread at a time, while another one reads.
 */
final class Screening implements Sieve {

  private static final int LARGEST_ROUND = 256;

  /** A slow filter's first verdicts do not wait for its last. */
  private static final long LONGEST_ROUND_NANOS = 5_000_000;

  /** Immutable, because a reader looks at it while the next is made. */
  private record Verdicts(long through, Set<Long> rejected, long lastRejected, long lastAccepted) {}

  private final Subscription subscription;
  private final HubTopic topic;
  private final Payloads payloads;

  // Written by the deciding thread; read by the reading thread.
  private volatile Verdicts verdicts = new Verdicts(0, Set.of(), 0, 0);

  Screening(Subscription subscription, HubTopic topic, Payloads payloads) {
    this.subscription = subscription;
    this.topic = topic;
    this.payloads = payloads;
  }

  /** The sequence up to which its reader may read, at most this head. */
  long decidedThrough(Cursor cursor, long head) {
    long through = verdicts.through();
    if (through >= head) {
      return head;
    }
    long next = cursor.sequence();
    return next > head ? head : Math.max(through, next - 1);
  }

  /** Whether its verdicts end at or before this sequence. */
  boolean endsBy(long sequence) {
    return verdicts.through() <= sequence;
  }

  @Override
  public boolean rejects(long sequence) {
    Verdicts current = verdicts;
    return sequence <= current.through() && current.rejected().contains(sequence);
  }

  long lastRejected() {
    return verdicts.lastRejected();
  }

  long lastAccepted() {
    return verdicts.lastAccepted();
  }

  /** Decides about some frames more, up to this sequence; on a filtering thread. */
  void decide(Cursor ahead, long upTo) {
    Round round = new Round(subscription.nanoTime());
    Verdicts before = verdicts;
    long through = ahead.inspect(before.through(), upTo, round);
    verdicts =
        new Verdicts(
            through,
            Set.copyOf(round.rejected),
            Math.max(before.lastRejected(), round.lastRejected),
            Math.max(before.lastAccepted(), round.lastAccepted));
  }

  private boolean isAccepted(long sequence, String type, byte[] bytes, int from, int to) {
    EventDefinition<?> event = topic.definition.event(type);
    if (event == null || !event.isFiltered()) {
      return true;
    }
    try {
      Callable<Boolean> decide =
          () ->
              event.accepts(
                  subscription,
                  topic
                      .decoded()
                      .get(payloads, event.payloadTypeOf(type), sequence, bytes, from, to));
      Object key = event.filterKey(subscription);
      return key == null ? decide.call() : topic.decoded().verdicts().get(sequence, key, decide);
    } catch (Throwable failure) {
      // Of an application: whatever it is, the reader must not get what nobody has accepted.
      subscription.filterFailed(topic.path, type, failure);
      return false;
    }
  }

  /** The verdicts of one task; used by its thread alone. */
  private final class Round implements FrameVisitor {

    private final long startedAt;
    private final Set<Long> rejected = new HashSet<>();
    private int seen;
    private long lastRejected;
    private long lastAccepted;

    Round(long startedAt) {
      this.startedAt = startedAt;
    }

    @Override
    public boolean visit(long sequence, String type, byte[] bytes, int from, int to) {
      if (isAccepted(sequence, type, bytes, from, to)) {
        lastAccepted = sequence;
      } else {
        rejected.add(sequence);
        lastRejected = sequence;
      }
      seen++;
      return seen < LARGEST_ROUND && subscription.nanoTime() - startedAt < LONGEST_ROUND_NANOS;
    }
  }
}
