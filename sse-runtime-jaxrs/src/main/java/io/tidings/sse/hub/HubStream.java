package io.tidings.sse.hub;

import io.tidings.sse.event.EventId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One stream: one order of events over all its topics. Its lock covers numbering and appending, so
 * that no reader sees a later event while an earlier one is being stored. Safe for any thread.
 */
final class HubStream {

  private final String path;
  private final StreamDefinition definition;
  private final HubContext context;
  private final String epoch;
  private final ReentrantLock lock = new ReentrantLock();
  private final HubTopics topics;
  private final StreamWriter writer;
  private final StreamReaders readers;
  private final StreamPolls polls;
  private final StreamSnapshots snapshots;
  private final Conflation conflation;

  // Written under the lock; read by any thread.
  private volatile long head;
  private volatile boolean closed;

  // Written by the constructor, then by the storing thread; read by any.
  private volatile boolean stored;

  HubStream(String path, StreamDefinition definition, HubContext context) {
    this.path = path;
    this.definition = definition;
    this.context = context;
    Archive archive = context.archive();
    Supplier<String> tokens = context.environment().tokens();
    if (archive == null) {
      this.epoch = tokens.get();
      this.topics = new HubTopics(definition, context.topics(), Memory.ALL);
      this.writer = new StreamWriter(this, new MemoryOrder(this));
    } else {
      History.StreamState found = archive.ask(history -> found(history, tokens));
      this.epoch = found.epoch();
      this.head = found.head();
      Memory memory = new Memory(archive.memory(), this::head);
      this.topics = new HubTopics(definition, context.topics(), memory);
      this.writer = new StreamWriter(this, new HistoryOrder(this, archive.commits()));
    }
    this.readers = new StreamReaders(this);
    this.polls = new StreamPolls(this);
    this.snapshots = new StreamSnapshots(this);
    this.conflation = new Conflation(this);
  }

  /** One of many is made in its history by its first event, because anybody can name one. */
  private History.StreamState found(History history, Supplier<String> tokens) {
    stored = !isExpansion() || history.isKnown(path);
    return stored ? history.open(path, tokens) : new History.StreamState(tokens.get(), 0);
  }

  /** Makes it in its history, before its first event is stored; by the storing thread. */
  void requireStored(History history) {
    if (!stored) {
      History.StreamState made = history.open(path, this::epoch);
      if (!made.epoch().equals(epoch)) {
        throw new HistoryException("stream must be new to its history; was known: " + path, null);
      }
      stored = true;
    }
  }

  /** Whether a history knows it, so that one who comes later finds it there. */
  boolean isStored() {
    return stored;
  }

  String path() {
    return path;
  }

  StreamDefinition definition() {
    return definition;
  }

  /** Whether it has one reader, and what that gets is not numbered. */
  boolean isDirect() {
    return definition == DirectStream.DEFINITION;
  }

  HubContext context() {
    return context;
  }

  String epoch() {
    return epoch;
  }

  HubTopics topics() {
    return topics;
  }

  /** Puts events in. */
  StreamWriter writer() {
    return writer;
  }

  /** Lets clients in and out. */
  StreamReaders readers() {
    return readers;
  }

  /** Asks sources again and again. */
  StreamPolls polls() {
    return polls;
  }

  /** Asks sources for newcomers. */
  StreamSnapshots snapshots() {
    return snapshots;
  }

  /** Holds events back that come too soon; under the lock. */
  Conflation conflation() {
    return conflation;
  }

  /** The newest sequence of all topics: everything up to it can be read. */
  long head() {
    return head;
  }

  /** Lets readers see everything up to this sequence; under the lock. */
  void publishHead(long sequence) {
    head = sequence;
  }

  EventId id(long sequence) {
    return new EventId(epoch, sequence);
  }

  /** The id of this sequence; null for a cursor's "none". */
  @Nullable EventId idOrNull(long sequence) {
    return sequence == Long.MAX_VALUE ? null : id(sequence);
  }

  /** How long one reader is to wait before it comes back. */
  Duration retryDelay() {
    return definition.retry().delay(context.random());
  }

  /** The topic with this canonical path, made if need be; for publishers, not under the lock. */
  HubTopic topic(String topicPath) {
    HubTopic known = topics.get(topicPath);
    if (known != null) {
      return known;
    }
    TopicDefinition found = topics.definitionOf(topicPath);
    try {
      return create(topicPath, found);
    } catch (TopicLimitException full) {
      if (context.reclaim()) {
        return create(topicPath, found);
      }
      throw full;
    }
  }

  private HubTopic create(String topicPath, TopicDefinition found) {
    HubTopic made = null;
    while (made == null) {
      KeptTopics kept = KeptTopics.of(this, List.of(topicPath));
      made =
          locked(
              () ->
                  kept.isOutdated()
                      ? null
                      : topics.getOrCreate(topicPath, found, kept, context.nanoTime()));
    }
    return made;
  }

  /** Fails when the stream is closed, and with it the history, soon. */
  void requireHistory(String topicPath) {
    if (closed) {
      throw new HubClosedException(topicPath);
    }
  }

  /** The newest sequence of a topic in memory or in a history; zero when nothing is known. */
  long newestOf(String topicPath) {
    HubTopic known = topics.get(topicPath);
    if (known != null) {
      return known.lastSequence();
    }
    Archive archive = context.archive();
    return archive == null || closed
        ? 0
        : archive.ask(history -> history.topic(path, topicPath).head());
  }

  /** The paths of all topics that are in memory or kept; some may be named twice. */
  Stream<String> knownTopics() {
    Archive archive = context.archive();
    Stream<String> known = topics.all().stream().map(topic -> topic.path);
    return archive == null
        ? known
        : Stream.concat(known, archive.ask(history -> history.topics(path)).stream());
  }

  /** Trims by age, and forgets topics that nobody has used since this time. */
  void sweep(long unusedSince) {
    locked(
        () -> {
          topics.sweep(context.nanoTime(), unusedSince);
          return null;
        });
  }

  /** Whether nothing can be published to this topic any more. */
  boolean isOver(String topicPath) {
    HubTopic topic = topics.get(topicPath);
    return closed || (topic != null && topic.isCompleted());
  }

  /**
   * Whether nobody would miss it: one expansion of many, whose last topic was forgotten. It takes
   * no topic in from then on.
   */
  boolean forget() {
    return isExpansion() && locked(topics::closeIfEmpty);
  }

  private boolean isExpansion() {
    return !definition.variables().isEmpty();
  }

  /** Stores what was held back; from then on nothing is published. */
  void close() {
    List<Conflation.Stored> stored =
        locked(
            () -> {
              closed = true;
              return conflation.flush();
            });
    writer.announce(stored);
  }

  boolean isClosed() {
    return closed;
  }

  /** For paths that are not hot: publishing locks by hand, and so allocates nothing. */
  <T extends @Nullable Object> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }
}
