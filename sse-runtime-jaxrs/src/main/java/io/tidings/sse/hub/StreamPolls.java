package io.tidings.sse.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The pollers of one stream: a topic has them while it has readers. Safe for any thread. */
final class StreamPolls {

  private final HubStream stream;
  private final boolean isPolled;
  private final ConcurrentHashMap<String, List<Poller>> byTopic = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  StreamPolls(HubStream stream) {
    this.stream = stream;
    this.isPolled = stream.definition().topics().stream().anyMatch(TopicDefinition::isPolled);
  }

  /** Looks whether a topic needs its pollers; called after its readers have come or gone. */
  void update(String topic) {
    if (!isPolled || !stream.topics().definitionOf(topic).isPolled()) {
      return;
    }
    List<Poller> started = List.of();
    List<Poller> stopped = List.of();
    lock.lock();
    try {
      HubTopic known = stream.topics().get(topic);
      boolean isRead = known != null && known.readers() > 0 && !stream.isClosed();
      if (isRead && !byTopic.containsKey(topic)) {
        started = pollers(known);
        byTopic.put(topic, started);
      } else if (!isRead && byTopic.containsKey(topic)) {
        stopped = of(topic);
        byTopic.remove(topic);
      }
    } finally {
      lock.unlock();
    }
    started.forEach(Poller::run);
    if (!stopped.isEmpty()) {
      stopped.forEach(Poller::stop);
      stream.context().calls().execute(() -> tellStopped(topic));
    }
  }

  private void tellStopped(String topic) {
    HubContext context = stream.context();
    for (PollListener listener : context.registry().pollListeners()) {
      try {
        listener.stopped(stream.path(), topic);
      } catch (Throwable e) { // of the application: whatever it is, the next one is told
        context.notices().failed(null, e);
      }
    }
  }

  private List<Poller> pollers(HubTopic topic) {
    List<Poller> pollers = new ArrayList<>();
    for (EventDefinition<?> event : topic.definition.events()) {
      event
          .source()
          .filter(SourceUse::isPolled)
          .ifPresent(use -> pollers.add(poller(topic, event, use)));
    }
    return pollers;
  }

  private Poller poller(HubTopic topic, EventDefinition<?> event, SourceUse<?, ?> use) {
    Duration every = use.every();
    if (every == null) {
      throw new IllegalStateException("source must be polled; was " + use);
    }
    return new Poller(new Question(stream, topic.path, event, use), every);
  }

  /** How many sources fail again and again. */
  int failing() {
    return (int) byTopic.values().stream().flatMap(List::stream).filter(Poller::isFailing).count();
  }

  /** Stops what still polls; the stream must have been closed before. */
  void close() {
    byTopic.keySet().forEach(this::update);
  }

  /** The pollers of a topic. */
  List<Poller> of(String topic) {
    return byTopic.getOrDefault(topic, List.of());
  }
}
