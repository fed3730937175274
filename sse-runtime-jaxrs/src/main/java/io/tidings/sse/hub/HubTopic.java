package io.tidings.sse.hub;

import io.tidings.sse.log.Entry;
import io.tidings.sse.log.Retention;
import io.tidings.sse.log.TopicLog;
import io.tidings.sse.wire.TopicLabel;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One topic of a stream: its log and who reads it. Everything that changes it happens under its
 * stream's lock.
 */
final class HubTopic {

  private static final ReaderGroup[] NOBODY = {};

  final String path;
  final TopicDefinition definition;
  final TopicLog log;
  private final @Nullable DecodedPayloads decoded;

  // Written under the stream's lock; read by any thread.
  private volatile ReaderGroup[] groups = NOBODY;
  private volatile int readers;
  private volatile long lastSequence;
  private volatile boolean completed;

  // Used only under the stream's lock.
  private boolean forgotten;
  private int awaited;
  private int ends;
  private long lastUse;
  private Map<Window.Key, Window> windows = Map.of();

  HubTopic(String path, TopicDefinition definition, TopicLog log, long nanos) {
    this.lastUse = nanos;
    this.path = path;
    this.definition = definition;
    this.decoded = definition.isFiltered() ? new DecodedPayloads() : null;
    this.log = log;
  }

  /** A topic that keeps this much in memory, of which the newest event is gone. */
  static HubTopic of(
      String path, TopicDefinition definition, Retention memory, long trimmedThrough, long nanos) {
    TopicLog log = new TopicLog(memory, TopicLabel.of(path), trimmedThrough);
    return new HubTopic(path, definition, log, nanos);
  }

  /** What the topics of a template keep in memory. */
  static Retention retention(TopicDefinition definition, ReplayPolicy replay) {
    BackpressurePolicy slow = definition.backpressure();
    long nanos = replay.age() == null ? Long.MAX_VALUE : replay.age().toNanos();
    int events = replay.keepsHistory() ? replay.events() : 0;
    return new Retention(events, replay.bytes(), nanos, slow.lagEvents(), slow.lagBytes());
  }

  /** A topic of the same name for one subscription alone. */
  HubTopic withoutHistory(long nanos) {
    TopicDefinition own = definition.withReplay(ReplayPolicy.NONE);
    return of(path, own, retention(own, ReplayPolicy.NONE), 0, nanos);
  }

  /** Whether an event would be read by anyone, now or later. */
  boolean isWanted() {
    return readers > 0 || definition.replay().keepsHistory();
  }

  boolean isFiltered() {
    return decoded != null;
  }

  /** What its filters look at. */
  DecodedPayloads decoded() {
    if (decoded == null) {
      throw new IllegalStateException("topic must be filtered; was " + path);
    }
    return decoded;
  }

  void published(long sequence, long nanos) {
    lastSequence = sequence;
    lastUse = nanos;
  }

  /** Takes an event in, or notes that it went by when nobody wants it. */
  void take(Entry entry) {
    if (isWanted()) {
      log.append(entry);
    } else {
      log.skip(entry.sequence());
    }
    published(entry.sequence(), entry.nanos());
  }

  /** Takes its last event in; the head that shows it comes after. */
  void endWith(Entry entry) {
    log.appendLast(entry);
    published(entry.sequence(), entry.nanos());
    complete();
  }

  void complete() {
    completed = true;
  }

  /** Goes on from what a history has kept of it. */
  void resume(History.TopicState state) {
    lastSequence = state.head();
    completed = state.completed();
  }

  /** Fails when nothing can be published to it any more. */
  void requireOpen(HubStream stream) {
    if (stream.isClosed()) {
      throw new HubClosedException(path);
    }
    if (completed) {
      throw isOver();
    }
  }

  IllegalStateException isOver() {
    return new IllegalStateException(
        "topic must not have been completed before a publish; was " + path);
  }

  boolean isCompleted() {
    return completed;
  }

  /** Zero when the hub does not know of any event. */
  long lastSequence() {
    return lastSequence;
  }

  int readers() {
    return readers;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer at a time: the holder of the lock
  void reserve(long nanos) {
    readers++;
    lastUse = nanos;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer at a time: the holder of the lock
  void release(long nanos) {
    readers--;
    lastUse = nanos;
  }

  /** The group of this lane, with one member more. */
  ReaderGroup join(Executor lane) {
    for (ReaderGroup group : groups) {
      if (group.isOf(lane)) {
        group.join();
        return group;
      }
    }
    ReaderGroup group = new ReaderGroup(lane);
    group.join();
    groups = Stream.concat(Arrays.stream(groups), Stream.of(group)).toArray(ReaderGroup[]::new);
    return group;
  }

  void leave(ReaderGroup group) {
    if (group.leave()) {
      groups = Arrays.stream(groups).filter(other -> other != group).toArray(ReaderGroup[]::new);
    }
  }

  /** Tells every reader that there is news. Outside the lock. */
  void signal() {
    for (ReaderGroup group : groups) {
      group.signal();
    }
  }

  /** While it is open, events of this kind wait; null when the next one need not. */
  @Nullable Window window(Window.Key key) {
    return windows.get(key);
  }

  Collection<Window> windows() {
    return windows.values();
  }

  void open(Window window) {
    if (windows.isEmpty()) {
      windows = new HashMap<>(2);
    }
    windows.put(window.key, window);
  }

  void close(Window window) {
    windows.remove(window.key);
    if (windows.isEmpty()) {
      windows = Map.of(); // most topics are quiet most of the time
    }
  }

  /** Its last event is on its way: what was held back now would come after it. */
  void beginEnd() {
    ends++;
  }

  /** Its last event is stored, or was not and it goes on. */
  void finishEnd() {
    ends--;
  }

  /** Fails when an event has to be stored before it can end; says that none has. */
  boolean requireNothingHeld() {
    if (windows.values().stream().anyMatch(Window::isHolding)) {
      throw new IllegalStateException("topic must hold nothing when it ends; was " + path);
    }
    return true;
  }

  boolean isEnding() {
    return ends > 0;
  }

  boolean isForgotten() {
    return forgotten;
  }

  /** An event of it is being stored; false when it is too late. */
  boolean await() {
    if (!forgotten) {
      awaited++;
    }
    return !forgotten;
  }

  /** One of its events is stored, or never will be. */
  void arrived() {
    awaited--;
  }

  /** Whether nobody would miss it, and nobody has used it since. */
  boolean isForgettable(long unusedSince) {
    boolean isUsed = readers > 0 || awaited > 0 || !log.isEmpty() || !windows.isEmpty();
    return !isUsed && lastUse - unusedSince <= 0;
  }

  void forget() {
    forgotten = true;
  }
}
