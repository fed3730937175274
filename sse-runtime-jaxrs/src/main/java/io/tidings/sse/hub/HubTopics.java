package io.tidings.sse.hub;

import io.tidings.sse.log.Retention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The topics of one stream that somebody reads or that have history; the others are forgotten. Read
 * by any thread, changed under the stream's lock.
 */
final class HubTopics {

  /** With more topics than this, those that nobody would miss are forgotten at once. */
  private static final int MOST_UNSWEPT = 10_000;

  private final StreamDefinition stream;
  private final Memory memory;
  private final ConcurrentHashMap<String, HubTopic> byPath = new ConcurrentHashMap<>();
  private final TopicBudget budget;

  /** By template, and shared by its topics. */
  private final IdentityHashMap<TopicDefinition, Retention> retentions = new IdentityHashMap<>(4);

  private int sweepAt = MOST_UNSWEPT;
  private boolean closed;

  /** The newest sequence of any topic that was forgotten: one that comes back may have had it. */
  private long forgottenThrough;

  // Written under the stream's lock; read by any thread.
  private volatile long forgotten;

  HubTopics(StreamDefinition stream, TopicBudget budget, Memory memory) {
    this.stream = stream;
    this.budget = budget;
    this.memory = memory;
  }

  /** How many topics were forgotten: while it is the same, what was found out about one holds. */
  long forgotten() {
    return forgotten;
  }

  @Nullable HubTopic get(String path) {
    return byPath.get(path);
  }

  Collection<HubTopic> all() {
    return byPath.values();
  }

  /** The definition of a canonical topic; anything else is the caller's mistake. */
  TopicDefinition definitionOf(String path) {
    Optional<TopicAddress> address = stream.resolve(path);
    if (address.isEmpty() || !address.get().path().equals(path)) {
      String proposal = address.map(found -> "; did you mean " + found.path()).orElse("");
      throw new IllegalArgumentException(
          "topic must be a canonical topic of " + stream + "; was \"" + path + '"' + proposal);
    }
    return address.get().topic();
  }

  /** A publisher's topic, made if need be. */
  HubTopic getOrCreate(String path, TopicDefinition definition, KeptTopics kept, long nanos) {
    HubTopic known = byPath.get(path);
    if (known != null) {
      return known;
    }
    requireNotClosed(path);
    sweepIfMany(nanos);
    if (!budget.takeForPublisher()) {
      throw new TopicLimitException(path, budget.most());
    }
    return create(path, definition, kept, nanos);
  }

  /** A reader's topics, made if need be; empty when so many more are too many. */
  Optional<List<HubTopic>> getOrCreate(List<TopicAddress> addresses, KeptTopics kept, long nanos) {
    requireNotClosed(addresses.get(0).path());
    int unknown = (int) addresses.stream().filter(one -> !byPath.containsKey(one.path())).count();
    if (!budget.takeForReader(unknown)) {
      return Optional.empty();
    }
    List<HubTopic> topics = new ArrayList<>(addresses.size());
    for (TopicAddress address : addresses) {
      HubTopic known = byPath.get(address.path());
      topics.add(known == null ? create(address.path(), address.topic(), kept, nanos) : known);
    }
    return Optional.of(topics);
  }

  /** Before a reader's topics are looked at, or it would forget one that the reader is to have. */
  void sweepIfMany(long nanos) {
    if (byPath.size() >= sweepAt) {
      sweep(nanos, nanos);
      sweepAt = Math.max(MOST_UNSWEPT, 2 * byPath.size());
    }
  }

  /** Takes in no topic any more, if there is none; whoever wants one is told to look again. */
  boolean closeIfEmpty() {
    closed |= byPath.isEmpty();
    return closed;
  }

  /** Before anything is taken for a topic. */
  private void requireNotClosed(String path) {
    if (closed) {
      throw new StreamForgotten(path);
    }
  }

  private HubTopic create(String path, TopicDefinition definition, KeptTopics kept, long nanos) {
    long before = Math.max(forgottenThrough, memory.beforeFirst());
    HubTopic fresh = HubTopic.of(path, definition, retention(definition), before, nanos);
    History.TopicState state = kept.get(path);
    if (state != null) {
      fresh.resume(state);
    }
    byPath.put(path, fresh);
    return fresh;
  }

  private Retention retention(TopicDefinition definition) {
    return retentions.computeIfAbsent(
        definition, one -> HubTopic.retention(one, memory.of(one.replay())));
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one writer at a time: the holder of the lock
  private void forgot(HubTopic topic) {
    topic.forget();
    forgotten++;
    forgottenThrough = Math.max(forgottenThrough, topic.lastSequence());
  }

  /** Trims every topic, and forgets those without readers and history that are as old as this. */
  void sweep(long nanos, long unusedSince) {
    Iterator<HubTopic> all = byPath.values().iterator();
    while (all.hasNext()) {
      HubTopic topic = all.next();
      topic.log.trim(nanos);
      if (topic.isForgettable(unusedSince)) {
        forgot(topic);
        all.remove();
        budget.giveBack();
      }
    }
  }
}
